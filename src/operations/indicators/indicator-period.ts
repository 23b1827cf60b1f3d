import type { Book } from '../../domain/assessment/scoring/book.ts';
import {
  endOf,
  frequencyOf,
  lastEndedBy,
  type Period,
  startOf,
  yearOf,
} from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import { assignedYears } from '../periods/assigned-years.ts';
import { latestPeriod, resolvePeriod } from '../periods/resolve-period.ts';

/**
 * The indicator's own period that is meant by one said, as scores count it (domain §4, Value): the last of its frequency that has ended by
 * the end of the said one; the newest ended one when none is said. Throws `bad_input` where there is none.
 */
export function indicatorPeriod(
  book: Book,
  asked: { indicator: string; period: Period | undefined },
  now: Instant,
): Period {
  const { indicator, period: said } = asked;
  if (said === undefined) return resolvePeriod(book, { indicator, period: latestPeriod.value }, now);
  const { name, frequency } = book.indicator(indicator);
  const period = frequencyOf(said) === frequency ? said : lastEndedBy(frequency, endOf(said));
  if (startOf(period) > dayOf(now)) throw errors.badInput('这个时期还没有开始，请换一个时期。');
  if (!assignedYears(book, indicator).has(yearOf(period)))
    throw errors.badInput(`${yearOf(period)}年没有单位承担“${name}”，请换一个时期。`);
  return period;
}
