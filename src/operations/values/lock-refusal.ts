import { isOpenFor, lockMonthOf } from '../../domain/assessment/records/period-lock.ts';
import { type Period, periodName } from '../../domain/calendar/period.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';

interface Item {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
}

/** Ids of those reports whose month is locked now. */
export async function lockedAmong(
  tx: ReadTx,
  reports: readonly (Item & { readonly id: string })[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const locked = new Set<string>();
  for (const report of reports) if (await lockRefusal(tx, report, now)) locked.add(report.id);
  return locked;
}

/** Why a value may not be changed now, since its month is locked, as a Chinese sentence; undefined while it is open. */
export async function lockRefusal(tx: ReadTx, item: Item, now: Instant): Promise<string | undefined> {
  const month = lockMonthOf(item.period);
  const lock = await tx.get('period_locks', month);
  if (!lock || isOpenFor(lock, item, now)) return undefined;
  return `${periodName(month)}的账期已锁定，不能再上报、退回或更正。确需修改，请联系考核办重新开放。`;
}
