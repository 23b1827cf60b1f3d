import type { Book } from '../../domain/assessment/scoring/book.ts';
import { isPeriod } from '../../domain/calendar/period.ts';
import { findUnit } from '../../domain/language/finding/find-unit.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import { sayKnownPeriod } from '../periods/say-known-period.ts';
import type { AwaitingFilter } from './list-awaiting.ts';

interface Reading {
  readonly text: string;
  readonly now: Instant;
  readonly book: Book;
  readonly vocabulary: Vocabulary;
}

/** What stands after `/confirm`: a task force or a unit, and a period, in any order. Throws `bad_input` with what to type instead. */
export function readConfirmWords({ text, now, book, vocabulary }: Reading): AwaitingFilter {
  const said = sayKnownPeriod(text, now);
  const period = said?.period;
  const word = (said?.rest ?? text).replace(/\s+/g, '');
  if (word === '') return { period };
  const force = book.input.taskForces.find(({ name }) => name === word || name === `${word}专班`);
  if (force) return { force: force.id, period };
  const [unit, ...others] = findUnit(word, vocabulary);
  if (unit === undefined || others.length > 0)
    throw errors.badInput('请说清是哪个专班或单位，如：/审核 经济运行专班、/审核 区财政局 10月');
  return { unit, period };
}

/** A choice of the list's select laid over the filter that was shown: `unit:U01`, `force:TF01`, `period:2026-10` or `all`. */
export function narrowed(filter: AwaitingFilter, choice: string): AwaitingFilter {
  const [, kind, id] = /^(force|unit|period):(.+)$/.exec(choice) ?? [];
  return kind === undefined ? {} : { ...filter, [kind]: id };
}

/** The filter, when everything it names is there; throws `bad_input` otherwise: what a card carries is not to be trusted. */
export function knownFilter(book: Book, filter: AwaitingFilter): AwaitingFilter {
  const { force, unit, period } = filter;
  const known =
    (force === undefined || book.input.taskForces.some(({ id }) => id === force)) &&
    (period === undefined || isPeriod(period)) &&
    (unit === undefined || book.input.units.some(({ id }) => id === unit));
  if (!known) throw errors.badInput('没有这个专班、单位或时期，请重选。');
  return filter;
}
