import { movement } from '../../domain/assessment/ranking/movement.ts';
import { rankDistrict } from '../../domain/assessment/ranking/rank-district.ts';
import { type IndicatorRow, rankIndicator } from '../../domain/assessment/ranking/rank-indicator.ts';
import { rankTaskForce } from '../../domain/assessment/ranking/rank-task-force.ts';
import { scoreTrack, type UnitScore } from '../../domain/assessment/ranking/score-track.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import { type Book, bookFor } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import { toFixed } from '../../shared/rational.ts';
import { dayOf } from '../../shared/time.ts';
import { oncePerBook } from '../book/once-per-book.ts';
import type { RankingScope } from './ranking-scope.ts';

/** One unit's line in a ranking, numbers as text. */
export interface RankedRow {
  readonly unit: string;
  readonly name: string;
  readonly place: number | null;
  /** Places gained since the period before (lost when negative), null when there is nothing to compare. */
  readonly movement: number | null;
  readonly score: string | null;
  readonly value?: string;
  readonly reported: number;
  readonly due: number;
  readonly provisional: boolean;
  readonly vetoed: boolean;
  readonly track?: string;
  readonly note?: string;
}

/** Units ranked against one another. */
export interface RankedList {
  readonly name: string;
  readonly track?: string;
  readonly rows: readonly RankedRow[];
}

type Moved = ReadonlyMap<string, number | null>;

function rowOf(
  row: Omit<UnitScore, 'bonus' | 'deduction' | 'assignments' | 'vetoed'>,
  moved: Moved,
): RankedRow {
  return {
    unit: row.unit.id,
    name: row.unit.short_name,
    place: row.place,
    movement: moved.get(row.unit.id) ?? null,
    score: row.score,
    reported: row.reported,
    due: row.due,
    provisional: row.provisional,
    vetoed: false,
  };
}

function trackList(book: Book, track: string, when: When): RankedList {
  const table = scoreTrack(book, { track, ...when });
  const moved = movement(when, (at) => scoreTrack(book, { track, ...at }).units);
  const rows = table.units.map((row) => ({ ...rowOf(row, moved), vetoed: row.vetoed }));
  return { name: table.track.name, track, rows };
}

function districtList(book: Book, when: When): RankedList {
  const moved = movement(when, (at) => rankDistrict(book, at).units);
  const rows = rankDistrict(book, when).units.map((row) => ({
    ...rowOf(row, moved),
    vetoed: row.vetoed,
    track: row.track.name,
  }));
  return { name: '全区', rows };
}

function taskForceList(book: Book, taskForce: string, when: When): RankedList {
  const table = rankTaskForce(book, { taskForce, ...when });
  const moved = movement(when, (at) => rankTaskForce(book, { taskForce, ...at }).units);
  return { name: table.taskForce.name, rows: table.units.map((row) => rowOf(row, moved)) };
}

const notes = {
  scored: undefined,
  unreported: '未报',
  left_out_not_due: '未到报送截止日',
  left_out_no_benchmark: '缺对标值，暂不计分',
};

function indicatorRow({ unit, place, score }: IndicatorRow, measure: string, moved: Moved): RankedRow {
  const note = notes[score.status];
  return {
    unit: unit.id,
    name: unit.short_name,
    place,
    movement: moved.get(unit.id) ?? null,
    score: score.f === null ? null : toFixed(score.f, 4),
    value: score.value === null ? '—' : withMeasure(score.value, { measure }),
    reported: score.value === null ? 0 : 1,
    due: 1,
    provisional: score.f === null,
    vetoed: false,
    ...(note === undefined ? {} : { note }),
  };
}

function indicatorLists(book: Book, indicator: string, when: When): RankedList[] {
  const table = rankIndicator(book, { indicator, ...when });
  const { measure } = table.indicator;
  const moved = movement(when, (at) =>
    rankIndicator(book, { indicator, ...at }).tracks.flatMap(({ rows }) => rows),
  );
  return table.tracks.map(({ track, rows }) => ({
    name: track.name,
    track: track.id,
    rows: rows.map((row) => indicatorRow(row, measure, moved)),
  }));
}

type Listing = RankingScope & When;

function listsOf(book: Book, { scope, of = '', ...when }: Listing): readonly RankedList[] {
  if (scope === 'tracks') return tracksIn(book, when.period).map(({ id }) => trackList(book, id, when));
  if (scope === 'district') return [districtList(book, when)];
  if (scope === 'track') return [trackList(book, of, when)];
  if (scope === 'task_force') return [taskForceList(book, of, when)];
  return indicatorLists(book, of, when);
}

/** Of the moment of asking only the day decides (domain §4: ended, due, overdue). */
const rememberedLists = oncePerBook(
  ({ scope, of, period, now }: Listing) => [scope, of, period, dayOf(now)].join('|'),
  listsOf,
);

/** The lists of a scope, whole: who may see which rows is decided after this. Made once a day and version of the data. */
export function rankingLists(book: Book, scope: RankingScope, when: When): readonly RankedList[] {
  return rememberedLists(book, { ...scope, ...when });
}

/** The tracks of a period's year, for cards and buttons. */
export function tracksIn(book: Book, period: Period): { id: string; name: string }[] {
  return bookFor(book, period)
    .tracksOf(yearOf(period))
    .map(({ id, name }) => ({ id, name }));
}
