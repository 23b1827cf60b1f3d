import type { ReadTx } from '../store/document-store.ts';

/** Cadre id → name, for cards; who is not in the roster is called so. */
export async function cadreNames(tx: ReadTx): Promise<(id: string) => string> {
  const names = new Map((await tx.all('cadres')).map(({ id, name }) => [id, name]));
  return (id) => (id === 'system' ? '系统' : (names.get(id) ?? '名册外人员'));
}
