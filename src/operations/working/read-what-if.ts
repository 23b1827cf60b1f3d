import type { Indicator } from '../../domain/assessment/records/indicator.ts';
import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { findAssignment } from '../../domain/assessment/scoring/find-assignment.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { findUnit } from '../../domain/language/finding/find-unit.ts';
import { sayPeriod } from '../../domain/language/periods/say-period.ts';
import type { ProgressAsk, Understanding } from '../../domain/language/settling/understanding.ts';
import { understand, type Vocabulary } from '../../domain/language/understand.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import { checkRankedPeriod } from '../periods/check-ranked-period.ts';
import { whatIfExample } from './what-if-example.ts';

interface Reading {
  readonly text: string;
  readonly now: Instant;
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  readonly calendar: WorkCalendar;
  readonly actor: Actor;
}

/** A value to be supposed. */
export interface Supposed {
  readonly unit: string;
  readonly indicator: string;
  readonly value: string;
}

/** Why a fragment cannot be supposed; undefined where only its period is unclear, which does not matter here. */
function problemOf(reading: Reading, { reason, indicator, value, text }: ProgressAsk): string | undefined {
  const { book } = reading;
  const settled = reason === 'no_period' || reason === 'period_unclear';
  if (settled && indicator !== null && value !== undefined) return undefined;
  if (reason === 'measure_missing' && indicator !== null)
    return withoutMeasure(book.indicator(indicator), value);
  if (reason === 'out_of_range' && indicator !== null && value !== undefined)
    return valueProblem(book.indicator(indicator), value);
  if (reason === 'ambiguous_indicator') return `“${text.slice(0, 20)}”可以是几个指标，请说全名或代码。`;
  return `没有听懂“${text.slice(0, 20)}”。请说指标和数值，如：${whatIfExample(reading)}`;
}

function withoutMeasure({ name, measure }: Indicator, value: string | undefined): string {
  return `“${name}”请带上计量单位，如：/测算 ${name} ${value ?? '1'}${measure}`;
}

/** Reads `固投 15亿；PM2.5 32` as progress is read, of the asker's own unit unless one is named; undefined where nothing to suppose is said. Throws `bad_input` with what to type instead. */
export function readWhatIf(reading: Reading):
  | {
      readonly supposed: readonly Supposed[];
      readonly period: Period;
    }
  | undefined {
  const { text, now, book, actor } = reading;
  const units = unitsOf(actor);
  const period = checkRankedPeriod(sayPeriod(text, now)?.period ?? lastEndedMonth(now), now, book);
  const understood = understandSupposed(reading, units);
  if (understood.kind === 'not_progress') return undefined;
  const asks = understood.kind === 'ask' ? understood.asks : [];
  for (const ask of asks) {
    const problem = problemOf(reading, ask);
    if (problem !== undefined) throw errors.badInput(problem);
  }
  const said = [...understood.items, ...asks].flatMap(({ indicator, unit, value }) =>
    indicator !== null && value !== undefined ? [{ indicator, unit: unit ?? null, value }] : [],
  );
  const named = said.find(({ unit }) => unit !== null)?.unit;
  const supposed = said.map(({ indicator, unit, value }) => ({
    indicator,
    value,
    unit: unit ?? named ?? ownUnit(reading, { indicator, year: yearOf(period) }),
  }));
  return { supposed, period };
}

/** A unit whose name says something else by itself (区委组织部: 组织 is also “to organise”) is taken out before the rest is read. */
function understandSupposed(reading: Reading, units: readonly string[]): Understanding {
  const { text, now, book, vocabulary, calendar } = reading;
  const understood = understand({ text, now, units, calendar, vocabulary });
  const [unit, ...others] = understood.kind === 'not_progress' ? findUnit(text, vocabulary) : [];
  if (unit === undefined || others.length > 0) return understood;
  const { name, short_name, aliases } = book.unit(unit);
  const called = [name, short_name, ...aliases].find((each) => text.includes(each)) ?? '';
  const again = understand({ text: text.replace(called, ' '), now, units: [unit], calendar, vocabulary });
  if (again.kind === 'not_progress') return again;
  const items = again.items.map((item) => ({ ...item, unit: item.unit ?? unit }));
  if (again.kind === 'progress') return { ...again, items };
  return { ...again, items, asks: again.asks.map((ask) => ({ ...ask, unit: ask.unit ?? unit })) };
}

/** Of the asker's units the one that has the indicator, else the first. */
function ownUnit(reading: Reading, { indicator, year }: { indicator: string; year: number }): string {
  const { book, actor } = reading;
  const units = unitsOf(actor);
  const unit = units.find((each) => findAssignment(book, { indicator, unit: each, year })) ?? units[0];
  if (unit === undefined) throw errors.badInput(`请说清是哪个单位，如：${whatIfExample(reading)}`);
  return unit;
}
