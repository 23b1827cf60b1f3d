import { add, type Rational, subtract, toFixed, zero } from '../../../shared/rational.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Period } from '../../calendar/period.ts';
import type { Track } from '../records/track.ts';
import type { Unit } from '../records/unit.ts';
import { type AdjustmentSum, adjustmentsInForce, sumAdjustments } from '../scoring/adjustments-in-force.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { remembered } from '../scoring/indexes.ts';
import type { Group } from '../scoring/peers.ts';
import { type ScoreMoment, scoreMoment, type When } from '../scoring/score-moment.ts';
import { type Tally, tallyGroup } from '../scoring/tally.ts';
import { placeRows } from './places.ts';

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
export function scoreTrack(latest: Book, { track: id, period, now }: When & { track: string }): TrackTable {
  const book = bookFor(latest, period);
  const moment = scoreMoment(book, { period, now });
  const track = book.track(id, moment.year);
  const tallyIn = tallies(book, moment);
  const scores = track.units.map((id) => {
    const unit = book.unit(id);
    const adjustments = adjustmentsInForce(book, id, moment);
    return scoreUnit(unit, tallyIn(id), sumAdjustments(adjustments, track));
  });
  const units = placeRows(scores, track.place_style);
  return { track, period, now, provisional: units.some((unit) => unit.provisional), units };
}

const nothing: Tally = { score: null, weight: zero, provisional: false, reported: 0, due: 0 };

/** The tally of each unit; a group is added up once. */
function tallies(book: Book, moment: ScoreMoment): (unit: string) => Tally {
  const tallied = remembered((group: Group) => tallyGroup(book, group, { moment }));
  return (unit) => {
    const group = book.groupOf(unit, moment.year);
    return (group && tallied(group)[book.numberOf(unit)]) ?? nothing;
  };
}

function scoreUnit(unit: Unit, tally: Tally, adjusted: AdjustmentSum): Omit<UnitScore, 'place'> {
  const { score, provisional, reported, due } = tally;
  const total = score === null ? null : subtract(add(score, adjusted.bonus), adjusted.deduction);
  return {
    unit,
    score: total === null ? null : toFixed(total, 2),
    provisional,
    reported,
    due,
    ...adjusted,
  };
}
