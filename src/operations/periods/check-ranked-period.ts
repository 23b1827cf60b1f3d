import type { Book } from '../../domain/assessment/scoring/book.ts';
import { type Period, startOf, yearOf } from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import { rankedYears } from './ranked-years.ts';

/** The period, when there can be scores in it: begun by now, in a year with assignments. Throws `bad_input` with what to type instead. */
export function checkRankedPeriod(period: Period, now: Instant, book: Book): Period {
  if (startOf(period) > dayOf(now))
    throw errors.badInput('这个时期还没有开始，没有排名和得分。请换一个已经开始的时期，如：上月');
  const years = rankedYears(book);
  if (!years.has(yearOf(period)))
    throw errors.badInput(`没有${yearOf(period)}年的考核数据。请换一个时期，如：上月`);
  return period;
}
