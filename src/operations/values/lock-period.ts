import { isRunning, type PeriodLock } from '../../domain/assessment/records/period-lock.ts';
import { endOf, type Period, periodName } from '../../domain/calendar/period.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { addDays, type Day, dayOf, type Instant, isDay } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';

interface Locking {
  readonly month: Period;
  readonly actor: Actor;
  readonly now: Instant;
}

/** Longer than a settled month is ever opened again, in days. */
const longest = 60;

/** Locks a month that has ended. Throws when it is locked already or still running. */
export async function lockPeriod(tx: WriteTx, { month, actor, now }: Locking): Promise<PeriodLock> {
  if (endOf(month) >= dayOf(now)) throw errors.badInput(`${periodName(month)}还没有结束，不能锁定。`);
  if (await tx.get('period_locks', month)) throw errors.alreadyDone(`${periodName(month)}已经锁定`);
  const lock: PeriodLock = { id: month, locked_by: actor.id, locked_at: now, reopenings: [] };
  tx.because(`锁定${periodName(month)}`);
  await tx.put('period_locks', lock);
  return lock;
}

async function lockOf(tx: WriteTx, month: Period): Promise<PeriodLock> {
  const lock = await tx.get('period_locks', month);
  if (!lock) throw errors.conflict(`${periodName(month)}没有锁定，无需重新开放。`);
  return lock;
}

interface Reopening extends Locking {
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly until: string;
  readonly why: string;
}

function checkUntil(until: string, now: Instant): Day {
  const day = until.slice(0, 10);
  const today = dayOf(now);
  if (!isDay(day) || day < today || day > addDays(today, longest))
    throw errors.badInput(`请选今天起 ${longest} 天以内的一天作为截止。没有开放。`);
  return day;
}

/** Opens a locked month again, for one unit, one indicator or all, to the end of a day. */
export async function reopenPeriod(tx: WriteTx, reopening: Reopening): Promise<PeriodLock> {
  const { month, unit, indicator, why, actor, now } = reopening;
  const lock = await lockOf(tx, month);
  const until = checkUntil(reopening.until, now);
  const added = { unit, indicator, until, why, by: actor.id, at: now };
  const after = { ...lock, reopenings: [...lock.reopenings, added] };
  tx.because(`重新开放${periodName(month)}：${why}`);
  await tx.put('period_locks', after);
  return after;
}

/** Takes a reopening back before its last day. Throws when it has ended already. */
export async function endReopening(
  tx: WriteTx,
  { month, now, at }: Locking & { at: number },
): Promise<PeriodLock> {
  const lock = await lockOf(tx, month);
  const ended = lock.reopenings[at];
  if (!ended || !isRunning(ended, now)) throw errors.alreadyDone('这次重新开放已经结束');
  const after = {
    ...lock,
    reopenings: lock.reopenings.map((each) => (each === ended ? { ...each, ended_at: now } : each)),
  };
  tx.because(`收回重新开放${periodName(month)}`);
  await tx.put('period_locks', after);
  return after;
}
