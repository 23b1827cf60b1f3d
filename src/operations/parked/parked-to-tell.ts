import { dayOf, type Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { listParked } from './list-parked.ts';

const settingId = 'parked_told';

/** How many messages wait for a decision, when some have come since the administrators were last told and not today; marks them as told now. */
export async function parkedToTell(
  tx: WriteTx,
  now: Instant,
): Promise<{ count: number; since: Instant } | undefined> {
  const last = String((await tx.get('settings', settingId))?.value.at ?? '');
  if (dayOf(last) === dayOf(now)) return undefined;
  const parked = await listParked(tx);
  const times = parked.map((doc) => doc.parked?.at ?? doc.created_at).sort();
  const [since] = times;
  if (since === undefined || !times.some((at) => at > last)) return undefined;
  await tx.put('settings', { id: settingId, value: { at: now } });
  return { count: parked.length, since };
}
