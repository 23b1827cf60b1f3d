import type { ReadTx } from '../../store/document-store.ts';

/** The accounts (open_id) of these cadres, each once; who is not bound has none. */
export async function accountsOf(tx: ReadTx, cadres: readonly string[]): Promise<string[]> {
  const accounts: string[] = [];
  for (const key of new Set(cadres)) {
    const bindings = await tx.find('bindings', { index: 'cadre', key });
    accounts.push(...bindings.map(({ id }) => id));
  }
  return accounts;
}
