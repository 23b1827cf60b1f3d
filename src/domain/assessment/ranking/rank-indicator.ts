import { compare, type Rational, rational } from '../../../shared/rational.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Period } from '../../calendar/period.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Track } from '../records/track.ts';
import type { Unit } from '../records/unit.ts';
import type { AssignmentScore } from '../scoring/assignment-score.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { scoreAssignment } from '../scoring/score-assignment.ts';
import { type ScoreMoment, scoreMoment, type When } from '../scoring/score-moment.ts';

/** A unit in one indicator; only what is scored has a place, numbered as the track numbers ties. */
export interface IndicatorRow {
  readonly unit: Unit;
  readonly place: number | null;
  readonly score: AssignmentScore;
}

/** The units of one track in one indicator. */
interface IndicatorTrack {
  readonly track: Track;
  readonly rows: readonly IndicatorRow[];
}

/** An indicator's ranking, track by track; `q` is undefined while no period of the year counts. */
export interface IndicatorTable {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly now: Instant;
  readonly q: Period | undefined;
  readonly provisional: boolean;
  readonly tracks: readonly IndicatorTrack[];
}

/**
 * Ranks the units of each track in one indicator by f, then by value in the good direction; then what has a value but
 * no benchmark, what is not yet due, and 未报 last (domain §4, Scopes). Tracks without the indicator are absent.
 */
export function rankIndicator(latest: Book, request: When & { indicator: string }): IndicatorTable {
  const { period, now } = request;
  const book = bookFor(latest, period);
  const indicator = book.indicator(request.indicator);
  const moment = scoreMoment(book, request);
  const tracks = book.tracksOf(moment.year).flatMap((track) => {
    const rows = rankInTrack(book, { track, indicator, moment });
    return rows.length === 0 ? [] : [{ track, rows }];
  });
  return {
    indicator,
    period,
    now,
    q: moment.counting[indicator.frequency]?.q,
    provisional: tracks.some(({ rows }) => rows.some(({ score }) => score.f === null)),
    tracks,
  };
}

interface TrackRequest {
  readonly track: Track;
  readonly indicator: Indicator;
  readonly moment: ScoreMoment;
}

interface Entry {
  readonly unit: Unit;
  readonly score: AssignmentScore;
  readonly value: Rational | null;
}

function rankInTrack(book: Book, { track, indicator, moment }: TrackRequest): IndicatorRow[] {
  const entries = track.units.flatMap((id): Entry[] => {
    const own = book.assignmentsOf(id, moment.year).find((each) => each.indicator === indicator.code);
    const score = own && scoreAssignment(book, own, moment);
    if (!score) return [];
    const { value } = score;
    return [{ unit: book.unit(id), score, value: value === null ? null : rational(value) }];
  });
  const order = inOrderOf(indicator);
  entries.sort((a, b) => order(a, b) || (a.unit.id < b.unit.id ? -1 : 1));
  let place = 0;
  return entries.map((entry, position) => {
    const { unit, score } = entry;
    if (score.status !== 'scored') return { unit, score, place: null };
    const previous = entries[position - 1];
    if (!previous || order(previous, entry) !== 0)
      place = track.place_style === '1224' ? position + 1 : place + 1;
    return { unit, score, place };
  });
}

const statusOrder = { scored: 0, left_out_no_benchmark: 1, left_out_not_due: 2, unreported: 3 };

function inOrderOf(indicator: Indicator): (a: Entry, b: Entry) => number {
  const sign = indicator.direction === 'higher' ? 1 : -1;
  return (a, b) =>
    statusOrder[a.score.status] - statusOrder[b.score.status] ||
    (a.score.f && b.score.f ? compare(b.score.f, a.score.f) : 0) ||
    (a.value && b.value ? sign * compare(b.value, a.value) : 0);
}
