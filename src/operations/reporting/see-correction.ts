import type { Book } from '../../domain/assessment/scoring/book.ts';
import { lastEndedBy, type Period, periodName, shiftPeriod, yearOf } from '../../domain/calendar/period.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import { addDays, dayOf, type Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import { assignedYears } from '../periods/assigned-years.ts';
import { latestPeriod } from '../periods/resolve-period.ts';
import { reportingYears } from './find-owed.ts';

type Draft = Doc<'drafts'>;
type Open = Pick<
  Draft['asks'][number],
  'indicator' | 'unit' | 'period' | 'value' | 'text' | 'candidates' | 'reason'
>;

/** The running period of an indicator and the ones before it in which somebody has it, for a select. */
export function recentPeriods(
  book: Book,
  indicator: string,
  now: Instant,
): { value: Period; text: string }[] {
  const last = lastEndedBy(book.indicator(indicator).frequency, addDays(dayOf(now), -1));
  const years = assignedYears(book, indicator);
  const periods = [0, -1, -2, -3, 1].map((shift) => shiftPeriod(last, shift));
  return periods
    .filter((period) => years.has(yearOf(period)))
    .map((value) => ({ value, text: periodName(value) }));
}

/** Codes of what the person's units have in these years. */
export function unitIndicators(book: Book, actor: Actor, years: readonly number[]): string[] {
  const all = years.flatMap((year) => unitsOf(actor).flatMap((unit) => book.assignmentsOf(unit, year)));
  return [...new Set(all.map(({ indicator }) => indicator))];
}

function indicatorOptions(book: Book, { actor, ask, now }: { actor: Actor; ask: Open; now: Instant }) {
  const codes =
    ask.candidates.length > 0 && ask.reason === 'ambiguous_indicator'
      ? ask.candidates
      : unitIndicators(book, actor, reportingYears(now));
  return codes.map((code) => ({
    value: code,
    text: `${book.indicator(code).name}（${book.indicator(code).measure}）`,
  }));
}

function correctItem(
  book: Book,
  ask: Open,
  { index, actor, now }: { index: number; actor: Actor; now: Instant },
) {
  const known = ask.indicator === null ? undefined : book.indicator(ask.indicator);
  const units = ask.candidates.length > 0 && ask.reason === 'ambiguous_unit' ? ask.candidates : [];
  return {
    index,
    name: known?.name ?? ask.text,
    indicators: known ? undefined : indicatorOptions(book, { actor, ask, now }),
    units: units.length > 0 ? units.map((id) => ({ value: id, text: book.unit(id).short_name })) : undefined,
    unit: ask.unit ?? undefined,
    periods: known ? recentPeriods(book, known.code, now) : [latestPeriod],
    period: ask.period ?? undefined,
    value: ask.reason === 'measure_missing' ? undefined : (ask.value ?? undefined),
    measure: known?.measure,
  };
}

/** A draft as the correcting form shows it: first what was understood, then what is still open. */
export function seeCorrection(
  book: Book,
  { draft, actor, now }: { draft: Draft; actor: Actor; now: Instant },
) {
  const open: Open[] = [
    ...draft.items.map((item) => ({ ...item, text: '', candidates: [], reason: 'corrected' })),
    ...draft.asks,
  ];
  const notes = draft.items.map((item) => item.note);
  return {
    draft: draft.id,
    items: open.map((ask, index) => ({
      ...correctItem(book, ask, { index, actor, now }),
      note: notes[index],
    })),
  };
}
