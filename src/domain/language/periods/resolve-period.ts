import { addDays, dayOf, type Instant } from '../../../shared/time.ts';
import {
  endOf,
  type Frequency,
  frequencyOf,
  lastEndedBy,
  type Period,
  periodOfDay,
  startOf,
} from '../../calendar/period.ts';
import { isOverdue, type WorkCalendar } from '../../calendar/work-calendar.ts';
import type { Vocabulary } from '../names/vocabulary.ts';
import type { SaidPeriod } from './said-period.ts';

/** The period of an indicator's own frequency, or why there is none; `past` is an earlier year that is not asked for any more. */
export type ResolvedPeriod = { period: Period } | { problem: 'no_period' | 'period_unclear' | 'past' };

interface When {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly vocabulary: Pick<Vocabulary, 'years'>;
}

/** Nothing said: the last ended period while its due day has not passed. */
function openPeriod(frequency: Frequency, { now, calendar }: When): ResolvedPeriod {
  const last = lastEndedBy(frequency, addDays(dayOf(now), -1));
  return isOverdue(calendar, last, now) ? { problem: 'no_period' } : { period: last };
}

/** The period said in the indicator's frequency: the same kind, or one that ends on the last day said. */
function inFrequency(said: SaidPeriod, frequency: Frequency): Period | undefined {
  if (said.period && frequencyOf(said.period) === frequency) return said.period;
  if (!said.end) return undefined;
  const ending = periodOfDay(frequency, said.end);
  return endOf(ending) === said.end ? ending : undefined;
}

/** Until when in the year values of the last one come in by a sentence; later a figure of last year is one to compare with. */
const lastMonth = 3;

/**
 * Whether a said period of an earlier year is meant to be reported: its last period is not overdue, or it is the last year, in which
 * something is assigned and so may be owed, and in the first months the year was said, or in January only that year can be meant.
 */
function isYearOpen({ year, yearSaid }: SaidPeriod, frequency: Frequency, when: When): boolean {
  const { now, calendar, vocabulary } = when;
  if (!isOverdue(calendar, periodOfDay(frequency, `${year}-12-31`), now)) return true;
  const [current, month = 0] = dayOf(now).split('-').map(Number);
  return year + 1 === current && vocabulary.years.has(year) && month <= (yearSaid ? lastMonth : 1);
}

/** A half or whole year is not reported before its last month has begun. */
function isFarFromEnd(period: Period, today: string): boolean {
  const long = frequencyOf(period) === 'half' || frequencyOf(period) === 'year';
  return long && `${endOf(period).slice(0, 7)}-01` > today;
}

/** Resolves what was said (or that nothing was) for an indicator's frequency (data set README, messages 2 and 5). */
export function resolvePeriod(
  said: SaidPeriod | undefined,
  frequency: Frequency,
  when: When,
): ResolvedPeriod {
  if (!said) return openPeriod(frequency, when);
  const today = dayOf(when.now);
  if (said.year < Number(today.slice(0, 4)) && !isYearOpen(said, frequency, when)) {
    return { problem: said.yearSaid ? 'past' : 'period_unclear' };
  }
  const period = inFrequency(said, frequency);
  if (!period || startOf(period) > today || isFarFromEnd(period, today)) return { problem: 'period_unclear' };
  return { period };
}
