import { dayOf, type Instant } from '../../../shared/time.ts';
import { endOf, type Frequency, lastEndedBy, type Period, yearOf } from '../../calendar/period.ts';
import type { Book } from './book.ts';

/** Which period is ranked, and the moment of asking, which decides what is due, overdue and has ended. */
export interface When {
  readonly period: Period;
  readonly now: Instant;
}

/** The period of an indicator's own frequency that counts, seen from the moment of asking. */
export interface CountingPeriod {
  readonly q: Period;
  readonly ended: boolean;
  readonly overdue: boolean;
}

/** A period and a moment made ready for scoring: per frequency the period that counts, none before the first of the year has ended. */
export interface ScoreMoment extends When {
  readonly year: number;
  readonly lastDay: string;
  readonly counting: Readonly<Record<Frequency, CountingPeriod | undefined>>;
}

/** Finds for every frequency the last period of the year that has ended by the end of `period` (domain §4, Value). */
export function scoreMoment(book: Book, { period, now }: When): ScoreMoment {
  const year = yearOf(period);
  const lastDay = endOf(period);
  const today = dayOf(now);
  const counting = (frequency: Frequency): CountingPeriod | undefined => {
    const q = lastEndedBy(frequency, lastDay);
    if (yearOf(q) !== year) return undefined;
    return { q, ended: today > endOf(q), overdue: today > book.dueDayOf(q) };
  };
  return {
    period,
    now,
    year,
    lastDay,
    counting: {
      half_month: counting('half_month'),
      month: counting('month'),
      quarter: counting('quarter'),
      half: counting('half'),
      year: counting('year'),
    },
  };
}
