import { add, type Rational, subtract, toFixed } from '../../shared/rational.ts';
import type { Instant } from '../../shared/time.ts';
import type { Period } from '../calendar/period.ts';
import { adjustmentsInForce, sumAdjustments } from './adjustments-in-force.ts';
import type { AssignmentScore } from './assignment-score.ts';
import type { Book } from './book.ts';
import { placeRows } from './places.ts';
import { type ScoreMoment, scoreMoment, type When } from './score-moment.ts';
import { tallyLines } from './tally.ts';
import type { Track } from './track.ts';
import type { Unit } from './unit.ts';

export type { AssignmentScore } from './assignment-score.ts';

/** A unit's score in its track: rounded to 2 decimals, with the place the track shows and what it is made of. */
export interface UnitScore {
  readonly unit: Unit;
  readonly score: string | null;
  readonly place: number | null;
  /** Something was left out of the sum: not yet due, or without its benchmark (暂列). */
  readonly provisional: boolean;
  /** 已报 of 应报: assignments whose q has ended, due or not. */
  readonly reported: number;
  readonly due: number;
  /** After the track's cap. */
  readonly bonus: Rational;
  readonly deduction: Rational;
  readonly vetoed: boolean;
  /** Every assignment that has a q, in the order of the task breakdown. */
  readonly assignments: readonly AssignmentScore[];
}

/** A track's ranking: units by place, then id; those without a score last. */
export interface TrackTable {
  readonly track: Track;
  readonly period: Period;
  readonly now: Instant;
  readonly provisional: boolean;
  readonly units: readonly UnitScore[];
}

/**
 * Scores and ranks a track (domain §4). `now` decides only what has ended, is due or overdue: all reports and
 * adjustments in the book count, since a live ranking uses what is known now.
 */
export function scoreTrack(book: Book, { track: id, period, now }: When & { track: string }): TrackTable {
  const moment = scoreMoment(book, { period, now });
  const track = book.track(id, moment.year);
  const scores = track.units.map((unit) => scoreUnit(book, { unit: book.unit(unit), track, moment }));
  const units = placeRows(scores, track.place_style);
  return { track, period, now, provisional: units.some((unit) => unit.provisional), units };
}

interface UnitRequest {
  readonly unit: Unit;
  readonly track: Track;
  readonly moment: ScoreMoment;
}

function scoreUnit(book: Book, { unit, track, moment }: UnitRequest): Omit<UnitScore, 'place'> {
  const tally = tallyLines(book, book.linesOf(unit.id, moment.year), moment);
  const adjusted = sumAdjustments(book, adjustmentsInForce(book, unit.id, moment), track);
  const total = tally.score === null ? null : subtract(add(tally.score, adjusted.bonus), adjusted.deduction);
  return {
    unit,
    score: total === null ? null : toFixed(total, 2),
    provisional: tally.provisional,
    reported: tally.reported,
    due: tally.due,
    ...adjusted,
    assignments: tally.assignments,
  };
}
