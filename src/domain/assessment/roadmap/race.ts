import type { Whole } from '../../../shared/whole.ts';
import { placeRows } from '../ranking/places.ts';
import { scoreTrack, type TrackTable, type UnitScore } from '../ranking/score-track.ts';
import { type Change, hundredthsOf, type Standing, scoreText, standingsOf } from '../ranking/standings.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { type ScoreMoment, scoreMoment, type When } from '../scoring/score-moment.ts';
import { type ColumnTrial, changeIn, columnTrial, triedColumn } from './column-trial.ts';

/** A question about overtaking made ready: who is asked about, who is ahead, and everybody's sums. */
export interface Race {
  readonly book: Book;
  readonly moment: ScoreMoment;
  readonly table: TrackTable;
  readonly own: UnitScore;
  /** Who stands on the next better place; empty for the first. */
  readonly ahead: readonly UnitScore[];
  /** By the units' numbers. */
  readonly standings: readonly Standing[];
}

/** What a supposed value changes, by the units' numbers. */
export type Changes = readonly Change[];

/** Makes the question ready; throws a RangeError when the unit is in no track. */
export function raceOf(latest: Book, { unit, period, now }: When & { readonly unit: string }): Race {
  const book = bookFor(latest, period);
  const moment = scoreMoment(book, { period, now });
  const track = book.trackOfUnit(unit, moment.year);
  if (!track) throw new RangeError(`unit ${unit} is in no track of ${moment.year}`);
  const table = scoreTrack(book, { track: track.id, period, now });
  const own = table.units.find((row) => row.unit.id === unit);
  if (!own) throw new RangeError(`not in the book: ${unit}`);
  const standings = standingsOf(book, track, moment);
  return { book, moment, table, own, ahead: nextBetter(table, own), standings };
}

/** Who stands on the next better place; for a unit without a place the last one there is. */
function nextBetter({ units }: TrackTable, own: UnitScore): readonly UnitScore[] {
  const better = units.filter(({ place }) => place !== null && (own.place === null || place < own.place));
  const next = better.at(-1)?.place;
  return better.filter(({ place }) => place === next);
}

/** Everything that is assigned to the unit and has a period that counts. */
export function trialsOf({ book, own, moment }: Race): readonly ColumnTrial[] {
  return book
    .assignmentsOf(own.unit.id, moment.year)
    .flatMap((assignment) => columnTrial(book, assignment, moment) ?? []);
}

/** What everybody who is touched gains or loses with a value; `only` some of them where no more matters. */
export function changesWith(trial: ColumnTrial, value: string, only?: ReadonlySet<number>): Changes {
  const tried = triedColumn(trial, value);
  const changes: Change[] = [];
  for (const at of trial.touched) {
    const number = trial.peers.units[at] ?? -1;
    if (!only || only.has(number)) changes[number] = changeIn(trial, tried, at);
  }
  return changes;
}

/** The rounded score of one unit in hundredths, with the changes of several indicators. */
export function scoreWith({ standings }: Race, number: number, changes: readonly Changes[]): Whole | null {
  const standing = standings[number];
  return standing
    ? hundredthsOf(
        standing,
        changes.flatMap((each) => each[number] ?? []),
      )
    : null;
}

/** How the race ends: the unit's score and place in its track, and the scores of who was ahead. */
export interface Outcome {
  readonly scoreAfter: string;
  readonly placeAfter: number;
  readonly aheadAfter: readonly string[];
}

/** The whole track placed again with changes. */
export function outcome(race: Race, changes: readonly Changes[]): Outcome {
  const { table, own, ahead, book } = race;
  const scored = table.units.map(({ unit }) => {
    const score = scoreWith(race, book.numberOf(unit.id), changes);
    return { unit, score: score === null ? null : scoreText(score) };
  });
  const rows = placeRows(scored, table.track.place_style);
  const rowOf = (id: string) => rows.find(({ unit }) => unit.id === id);
  const after = rowOf(own.unit.id);
  return {
    scoreAfter: after?.score ?? '',
    placeAfter: after?.place ?? 0,
    aheadAfter: ahead.map(({ unit }) => rowOf(unit.id)?.score ?? ''),
  };
}
