import type { ReadTx } from '../../store/document-store.ts';

/** Cadres of the roster by id or by name; several where people share a name. */
export async function findRoster(tx: ReadTx, said: string): Promise<{ value: string; text: string }[]> {
  const word = said.trim().toUpperCase();
  const cadres = await tx.all('cadres');
  return cadres
    .filter(({ id, name }) => id === word || name === said.replace(/\s/g, ''))
    .map(({ id, name, unit_name, post }) => ({ value: id, text: `${name}（${unit_name}，${post}）` }));
}
