import type { ReadTx } from '../../store/document-store.ts';

type NameOf = (id: string) => string;

// By a version of the roster, which hardly ever changes while people report all the time.
let kept: { readonly version: string; readonly nameOf: NameOf } | undefined;

/** Cadre id → name, for cards; who is not in the roster is called so. */
export async function cadreNames(tx: ReadTx): Promise<NameOf> {
  const version = await tx.version('cadres');
  if (kept?.version === version) return kept.nameOf;
  const names = new Map((await tx.all('cadres')).map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => (id === 'system' ? '系统' : (names.get(id) ?? '名册外人员'));
  kept = { version, nameOf };
  return nameOf;
}
