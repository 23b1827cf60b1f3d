import type { Book } from '../../domain/assessment/scoring/book.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import type { Period } from '../../domain/calendar/period.ts';
import { findUnit } from '../../domain/language/find-unit.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import { checkRankedPeriod } from '../periods/check-ranked-period.ts';
import { sayKnownPeriod } from '../periods/say-known-period.ts';

interface Reading {
  readonly text: string;
  readonly now: Instant;
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  readonly actor: Actor;
  /** What to type, for who was not understood. */
  readonly example: string;
}

/** Reads a unit (the asker's own when none is named) and a period (the last ended month). Throws `bad_input` with what to type instead. */
export function readUnitWords({ text, now, book, vocabulary, actor, example }: Reading): {
  readonly unit: string;
  readonly period: Period;
} {
  const said = sayKnownPeriod(text, now);
  const name = (said?.rest ?? text).replace(/\s/g, '');
  const [unit, ...others] = name === '' ? unitsOf(actor).slice(0, 1) : findUnit(name, vocabulary);
  if (unit === undefined || others.length > 0) throw errors.badInput(`请说清是哪个单位，如：${example}`);
  return { unit, period: checkRankedPeriod(said?.period ?? lastEndedMonth(now), now, book) };
}
