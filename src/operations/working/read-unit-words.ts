import { workingSight } from '../../authorize/ranking-sight.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import { findIndicator } from '../../domain/language/finding/find-indicator.ts';
import { findUnit } from '../../domain/language/finding/find-unit.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import { checkRankedPeriod } from '../periods/check-ranked-period.ts';
import { sayKnownPeriod } from '../periods/say-known-period.ts';
import { noUnit } from './no-unit.ts';

interface Reading {
  readonly text: string;
  readonly now: Instant;
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  readonly actor: Actor;
}

/** Units to choose from, when it is not clear which is meant. */
export interface UnitChoice {
  readonly period: Period;
  /** What was said in place of a unit; empty when nothing was. */
  readonly said: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** What the words behind a command come to: a unit, or a choice of some. */
export type UnitWords = { readonly unit: string; readonly period: Period } | { readonly choice: UnitChoice };

/** The units whose working the person may see in private, in the order of the tracks. */
function visibleUnits(book: Book, actor: Actor, period: Period): readonly string[] {
  const inTracks = book.tracksOf(yearOf(period)).flatMap(({ units }) => units);
  const sight = workingSight(actor, { type: 'private', chatId: '' });
  return sight === 'all' ? inTracks : inTracks.filter((unit) => sight.includes(unit));
}

/** The one unit that is meant: the named one; the asker's own when none is named, or when their only unit's indicator is. */
function meantUnit(name: string, { vocabulary, actor }: Reading): readonly string[] {
  const own = unitsOf(actor);
  if (name === '') return own.slice(0, 1);
  const named = findUnit(name, vocabulary);
  if (named.length > 0 || own.length !== 1) return named;
  return findIndicator(name, vocabulary, own).length > 0 ? own : [];
}

/** Reads a unit (the asker's own when none is named) and a period (the last ended month); where the unit is not clear, the choice. Throws `bad_input` for a period without scores, `not_allowed` for who may see no unit. */
export function readUnitWords(reading: Reading): UnitWords {
  const { text, now, book, actor } = reading;
  const said = sayKnownPeriod(text, now);
  const name = (said?.rest ?? text).replace(/\s/g, '');
  const period = checkRankedPeriod(said?.period ?? lastEndedMonth(now), now, book);
  const meant = meantUnit(name, reading);
  const [unit, ...others] = meant;
  if (unit !== undefined && others.length === 0) return { unit, period };
  const visible = visibleUnits(book, actor, period);
  if (visible.length === 0) throw noUnit();
  const several = visible.filter((each) => meant.includes(each));
  const units = (several.length > 0 ? several : visible).map((id) => ({
    id,
    name: book.unit(id).short_name,
  }));
  return { choice: { period, said: name, units } };
}
