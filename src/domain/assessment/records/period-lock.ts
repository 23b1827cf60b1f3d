import { z } from 'zod';
import { type Day, dayOf, type Instant } from '../../../shared/time.ts';
import { endOf, type Period, periodOfDay } from '../../calendar/period.ts';

const reopeningSchema = z.object({
  /** Null: every unit, every indicator. */
  unit: z.string().nullable(),
  indicator: z.string().nullable(),
  /** The last day on which it is open. */
  until: z.string(),
  why: z.string(),
  by: z.string(),
  at: z.string(),
  /** When it was taken back before its last day. */
  ended_at: z.string().optional(),
});

/** A locked month opened again for a while (重新开放). */
export type Reopening = z.infer<typeof reopeningSchema>;

export const periodLockSchema = z.object({
  /** The month, `2026-10`. */
  id: z.string(),
  locked_by: z.string(),
  locked_at: z.string(),
  reopenings: z.array(reopeningSchema),
});

/** A month whose values are settled (账期锁定): of every period that ends in it nothing is reported or corrected any more. */
export type PeriodLock = z.infer<typeof periodLockSchema>;

/** The month in which a period ends: what is locked with it. */
export function lockMonthOf(period: Period): Period {
  return periodOfDay('month', endOf(period));
}

/** Whether a reopening still holds: to the end of its last day, unless it was taken back. */
export function isRunning({ until, ended_at }: Reopening, now: Instant): boolean {
  return ended_at === undefined && dayOf(now) <= (until as Day);
}

/** Whether a lock leaves the values of this indicator and unit open for now. */
export function isOpenFor(
  lock: PeriodLock,
  { indicator, unit }: { readonly indicator: string; readonly unit: string },
  now: Instant,
): boolean {
  return lock.reopenings.some(
    (each) =>
      isRunning(each, now) &&
      (each.unit === null || each.unit === unit) &&
      (each.indicator === null || each.indicator === indicator),
  );
}
