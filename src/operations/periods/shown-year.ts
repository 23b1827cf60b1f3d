import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import { yearOf } from '../../domain/calendar/period.ts';
import { dayOf, type Instant } from '../../shared/time.ts';

/** Which year is shown; `empty`: the running one, where nobody said a year and it has nothing to show yet. */
export interface ShownYear {
  readonly year: number;
  readonly empty?: number;
}

/** The year that was said; else the running one, or in January, while that has nothing to show, the one that has ended. */
export async function shownYear(
  said: number | undefined,
  now: Instant,
  hasAny: (year: number) => boolean | Promise<boolean>,
): Promise<ShownYear> {
  if (said !== undefined) return { year: said };
  const running = Number(dayOf(now).slice(0, 4));
  const ended = yearOf(lastEndedMonth(now));
  if (ended === running || (await hasAny(running))) return { year: running };
  return { year: ended, empty: running };
}
