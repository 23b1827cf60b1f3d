import type { ReadTx } from '../../store/document-store.ts';

/** Puts the names of the cadres in place of their ids; an id that the roster does not know stays. */
export async function nameReporters<T extends { readonly lines: readonly { readonly reporter: string }[] }>(
  tx: ReadTx,
  seen: T,
): Promise<T> {
  const ids = [...new Set(seen.lines.map(({ reporter }) => reporter))];
  const named = await Promise.all(
    ids.map(async (id): Promise<[string, string]> => [id, (await tx.get('cadres', id))?.name ?? id]),
  );
  const names = new Map(named);
  return {
    ...seen,
    lines: seen.lines.map((line) => ({ ...line, reporter: names.get(line.reporter) ?? line.reporter })),
  };
}
