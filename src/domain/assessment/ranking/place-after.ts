import { difference } from '../../../shared/exact.ts';
import { minus, type Whole } from '../../../shared/whole.ts';
import type { Track } from '../records/track.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { columnOf, columnPoints } from '../scoring/column-of.ts';
import { remembered } from '../scoring/indexes.ts';
import type { Group } from '../scoring/peers.ts';
import { type ScoreMoment, scoreMoment, type When } from '../scoring/score-moment.ts';
import { suppose } from '../scoring/suppose.ts';
import type { Supposition } from '../scoring/supposed-columns.ts';
import { isLeftOut, sumGroup } from '../scoring/tally.ts';
import type { PlaceStyle } from './places.ts';
import { type Change, hundredthsOf, standingsOf } from './standings.ts';

/** A unit's place in its track as it is and as it would be with supposed values. */
export interface PlaceAfter {
  readonly unit: string;
  readonly track: Track;
  readonly before: number | null;
  readonly after: number | null;
  /** Whether something is left out of its sum even then. */
  readonly provisional: boolean;
}

interface Asked extends When {
  readonly units: readonly string[];
  readonly supposed: readonly Supposition[];
}

interface Supposing {
  readonly book: Book;
  readonly later: Book;
  readonly moment: ScoreMoment;
  /** The indicators of which something is supposed; nothing else changes in the sums. */
  readonly only: ReadonlySet<string>;
}

/**
 * The places of units as `scoreTrack` gives them, before and after some values: only the supposed indicators are added up a second time. A
 * unit in no track of the year has none.
 */
export function placesAfter(latest: Book, { units, supposed, ...when }: Asked): PlaceAfter[] {
  const book = bookFor(latest, when.period);
  const moment = scoreMoment(book, when);
  const only = new Set(supposed.map(({ indicator }) => indicator));
  const supposing = { book, later: suppose(book, supposed), moment, only };
  const scoresIn = remembered((track: Track) => trackScores(supposing, track));
  return units.flatMap((unit) => {
    const track = book.trackOfUnit(unit, moment.year);
    if (!track) return [];
    const { before, after } = scoresIn(track);
    const number = book.numberOf(unit);
    const place = (scores: Scores) => placeIn(scores, number, track.place_style);
    const provisional = isProvisional(supposing, unit);
    return [{ unit, track, before: place(before), after: place(after), provisional }];
  });
}

/** Scores in hundredths by the units' numbers. */
type Scores = readonly (Whole | null)[];

function trackScores(supposing: Supposing, track: Track): { before: Scores; after: Scores } {
  const { book, moment } = supposing;
  const standings = standingsOf(book, track, moment);
  const before = standings.map((standing) => hundredthsOf(standing));
  const changes = changesOf(supposing, track);
  if (changes.length === 0) return { before, after: before };
  const after = standings.map((standing, number) => {
    const change = changes[number];
    return change ? hundredthsOf(standing, [change]) : (before[number] ?? null);
  });
  return { before, after };
}

/** What the suppositions change in the sums of the track's units, by their numbers. */
function changesOf({ book, later, moment, only }: Supposing, track: Track): readonly Change[] {
  const changes: Change[] = [];
  const groups = new Map<Group, Group>();
  for (const unit of track.units) {
    const [was, is] = [book.groupOf(unit, moment.year), later.groupOf(unit, moment.year)];
    if (was && is && was !== is) groups.set(was, is);
  }
  for (const [was, is] of groups) {
    const old = sumGroup(book, was, { moment, only });
    sumGroup(later, is, { moment, only }).forEach((sums, unit) => {
      const { points, weights } = old[unit] ?? sums;
      changes[unit] = { points: minus(sums.points, points), weights: difference(sums.weights, weights) };
    });
  }
  return changes;
}

function placeIn(scores: Scores, unit: number, style: PlaceStyle): number | null {
  const own = scores[unit];
  if (own === null || own === undefined) return null;
  const ahead = scores.filter((score) => score !== null && score > own);
  return 1 + (style === '1224' ? ahead.length : new Set(ahead).size);
}

/** Whether something of what is assigned to the unit is left out of its sum, with the supposed values. */
function isProvisional({ later, moment }: Supposing, unit: string): boolean {
  const peersOf = later.groupOf(unit, moment.year)?.peers;
  const number = later.numberOf(unit);
  return later.assignmentsOf(unit, moment.year).some(({ indicator }) => {
    const peers = peersOf?.get(indicator);
    const counting = peers && moment.counting[peers.indicator.frequency];
    if (!counting) return false;
    const points = columnPoints(peers, columnOf(later, peers, counting.q))[peers.units.indexOf(number)];
    return isLeftOut(points, counting);
  });
}
