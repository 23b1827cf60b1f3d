import type { Book } from '../../domain/assessment/scoring/book.ts';
import { periodName } from '../../domain/calendar/period.ts';
import { findIndicator } from '../../domain/language/finding/find-indicator.ts';
import { sayPeriod } from '../../domain/language/periods/say-period.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import { type Instant, shortDay } from '../../shared/time.ts';
import { owedPeriod } from '../periods/resolve-period.ts';
import { findOwed, reportedBy, reportingYears } from './find-owed.ts';
import { choiceOf } from './owed-choice.ts';
import { recentPeriods, unitIndicators } from './see-correction.ts';

interface Seeing {
  readonly actor: Actor;
  readonly now: Instant;
  /** What stood behind `/report`: may name an indicator and a period. */
  readonly said: string;
  readonly vocabulary: Vocabulary;
}

/** Codes of what the person may report, their own first. */
function reportable(book: Book, actor: Actor, years: readonly number[]): string[] {
  const own = reportedBy(book, actor, years).map(({ indicator }) => indicator);
  return [...new Set([...own, ...unitIndicators(book, actor, years)])];
}

function reportUnits(book: Book, actor: Actor, years: readonly number[]): { id: string; name: string }[] {
  const ids = new Set([...unitsOf(actor), ...reportedBy(book, actor, years).map(({ unit }) => unit)]);
  return [...ids].map((id) => ({ id, name: book.unit(id).short_name }));
}

/** What the report form offers this person: what they owe first, the period chosen for them. */
export function seeReportForm(book: Book, { actor, now, said, vocabulary }: Seeing) {
  const years = reportingYears(now);
  const { owed } = findOwed(book, { actor, now });
  const latest = new Map(owed.map((each) => [each.indicator.code, each]));
  const period = sayPeriod(said, now);
  const [named] = said === '' ? [] : findIndicator(period?.rest ?? said, vocabulary, unitsOf(actor));
  const periods = named ? recentPeriods(book, named, now) : [];
  const chosen = period && { value: period.period, text: periodName(period.period) };
  return {
    indicators: reportable(book, actor, years).map((code) => {
      const { name, measure } = book.indicator(code);
      const open = latest.get(code);
      return {
        choice: choiceOf(code, open),
        name,
        measure,
        owed: open && `${periodName(open.period)}待报（${shortDay(open.due)}截止）`,
      };
    }),
    units: reportUnits(book, actor, years),
    periods: [owedPeriod, ...(chosen ? [chosen] : []), ...periods],
    filled: {
      indicator: named && choiceOf(named, latest.get(named)),
      period: chosen?.value ?? owedPeriod.value,
      unit: unitsOf(actor)[0],
    },
  };
}
