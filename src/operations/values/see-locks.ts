import { isRunning, lockMonthOf, type Reopening } from '../../domain/assessment/records/period-lock.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import {
  endOf,
  type Frequency,
  lastEndedBy,
  type Period,
  shiftPeriod,
  startOf,
  yearOf,
} from '../../domain/calendar/period.ts';
import { addDays, dayOf, type Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { cadreNames } from '../people/cadre-names.ts';
import { rankedYears } from '../periods/ranked-years.ts';
import { valuesAwaiting } from './values-awaiting.ts';

function scopeWords(book: Book, { unit, indicator }: Reopening): string {
  const of = [
    unit === null ? '' : (book.input.units.find(({ id }) => id === unit)?.short_name ?? unit),
    indicator === null
      ? ''
      : (book.input.indicators.find(({ code }) => code === indicator)?.name ?? indicator),
  ].filter((part) => part !== '');
  return of.join(' · ') || '全部';
}

/** The last twelve months that have ended, each with its lock, for the card. */
export async function seeLocks(tx: ReadTx, book: Book, now: Instant) {
  const last = lastEndedBy('month', addDays(dayOf(now), -1));
  const years = rankedYears(book);
  const months = Array.from({ length: 12 }, (_, back) => shiftPeriod(last, -back));
  const nameOf = await cadreNames(tx);
  const shown = months
    .filter((month) => years.has(yearOf(month)))
    .map(async (month) => {
      const lock = await tx.get('period_locks', month);
      const reopenings = (lock?.reopenings ?? []).map((each, at) => ({
        ...{ at, scope: scopeWords(book, each), until: each.until, why: each.why },
        by: nameOf(each.by),
        running: isRunning(each, now),
      }));
      return { month, locked: lock && { by: nameOf(lock.locked_by), at: lock.locked_at }, reopenings };
    });
  return { months: await Promise.all(shown) };
}

const frequencies: readonly Frequency[] = ['half_month', 'month', 'quarter', 'half', 'year'];

/** The periods of a frequency that end in a month. */
function periodsEndingIn(frequency: Frequency, month: Period): Period[] {
  const last = lastEndedBy(frequency, endOf(month));
  return [last, shiftPeriod(last, -1)].filter((period) => endOf(period) >= startOf(month));
}

/** What is still open in a month: values that wait to be confirmed, and those nobody has reported. */
export async function openInMonth(
  tx: ReadTx,
  book: Book,
  month: Period,
): Promise<{ awaiting: number; unreported: number }> {
  const ending = new Map(frequencies.map((frequency) => [frequency, periodsEndingIn(frequency, month)]));
  const owed = book.input.assignments
    .filter(({ year }) => year === yearOf(month))
    .flatMap(({ indicator, unit }) =>
      (ending.get(book.indicator(indicator).frequency) ?? []).filter(
        (period) => book.valueFor(indicator, unit, period) === undefined,
      ),
    );
  const awaiting = (await valuesAwaiting(tx, book)).filter(({ period }) => lockMonthOf(period) === month);
  return { awaiting: awaiting.length, unreported: owed.length };
}
