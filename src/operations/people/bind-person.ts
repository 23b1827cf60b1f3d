import type { Actor } from '../../domain/people/actor.ts';
import type { Cadre } from '../../domain/people/cadre.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { withdrawFrom } from './withdraw-from.ts';

interface Binding {
  /** The open_id that the tenant's directory gave for the mobile or e-mail. */
  readonly openId: string;
  readonly cadre: string;
  readonly by: Actor;
  readonly now: Instant;
}

/** Binds a directory account to a roster entry; the entry's former account loses access at once. */
export async function bindPerson(tx: WriteTx, { openId, cadre: id, by, now }: Binding): Promise<Cadre> {
  const cadre = await tx.get('cadres', id);
  if (!cadre) throw errors.notFound('这名干部', '请核对干部编号。');
  for (const former of await tx.find('bindings', { index: 'cadre', key: id })) {
    if (former.id !== openId) await unbindPerson(tx, former.id);
  }
  const before = await tx.get('bindings', openId);
  // What waits for the account was written for who it was.
  if (before && before.cadre !== id) await withdrawFrom(tx, openId);
  const admin = before?.admin ? { admin: true } : {};
  await tx.put('bindings', { id: openId, cadre: id, ...admin, bound_by: by.id, bound_at: now });
  return cadre;
}

/** Takes an account's access away, and what waits for it; its history stays. */
export async function unbindPerson(tx: WriteTx, openId: string): Promise<void> {
  await tx.delete('bindings', openId);
  await withdrawFrom(tx, openId);
}
