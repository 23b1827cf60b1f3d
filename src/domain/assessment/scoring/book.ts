import { type Exact, exactly, quotient } from '../../../shared/exact.ts';
import { readExact } from '../../../shared/read-exact.ts';
import type { Day } from '../../../shared/time.ts';
import { endingWith, endOf, monthsElapsed, type Period } from '../../calendar/period.ts';
import { dueDayOf, type WorkCalendar } from '../../calendar/work-calendar.ts';
import type { Adjustment } from '../records/adjustment.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Benchmark } from '../records/benchmark.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Report } from '../records/report.ts';
import type { RuleVersion } from '../records/rule-version.ts';
import type { TaskForce } from '../records/task-force.ts';
import type { Track } from '../records/track.ts';
import type { Unit } from '../records/unit.ts';
import { grouped, indexed, remembered } from './indexes.ts';
import { type Numbering, numbering } from './numbering.ts';
import type { Group } from './peers.ts';
import { type Rules, ruleHistory } from './rule-history.ts';
import { type ValuesByUnit, valuesInForce } from './values-in-force.ts';
import { yearGroups } from './year-groups.ts';

/** All records that scores are made from, every year and every revision. */
export interface BookInput {
  readonly tracks: readonly Track[];
  readonly units: readonly Unit[];
  readonly indicators: readonly Indicator[];
  readonly taskForces: readonly TaskForce[];
  readonly assignments: readonly Assignment[];
  readonly reports: readonly Report[];
  readonly benchmarks: readonly Benchmark[];
  readonly adjustments: readonly Adjustment[];
  readonly calendar: WorkCalendar;
  /** What the rules were before: tracks and assignments above are today's. Absent: they never changed. */
  readonly ruleVersions?: readonly RuleVersion[];
}

/**
 * One version of the data with its indexes. It never changes, so what was scored once is remembered; build a new one
 * after every change. Looking up what is not there throws a RangeError, except where `undefined` is named.
 */
export interface Book {
  /** Without the reports: a book is revised by each new one, and a list of all would have to be made anew. */
  readonly input: Omit<BookInput, 'reports'>;
  /** The tracks of a year; where none is set, those of the closest year. */
  tracksOf(year: number): readonly Track[];
  track(id: string, year: number): Track;
  /** The track the unit is in that year. */
  trackOfUnit(unit: string, year: number): Track | undefined;
  unit(id: string): Unit;
  indicator(code: string): Indicator;
  taskForce(id: string): TaskForce;
  /** The value in force: the highest revision that is not returned. */
  valueFor(indicator: string, unit: string, period: Period): Report | undefined;
  /** The values in force of all units. */
  valuesOf(indicator: string, period: Period): ValuesByUnit;
  /** The number of a unit, by which values and tallies are held in arrays. */
  readonly numberOf: Numbering;
  benchmarkFor(indicator: string, period: Period): Benchmark | undefined;
  assignmentsOf(unit: string, year: number): readonly Assignment[];
  /** Whom the unit is compared with; undefined when it is in no track and nothing is assigned to it. */
  groupOf(unit: string, year: number): Group | undefined;
  adjustmentsOf(unit: string): readonly Adjustment[];
  /** The last day on which a value for the period is on time. */
  dueDayOf(period: Period): Day;
  lastDayOf(period: Period): Day;
  /** Months of the year elapsed at the period's end / 12. */
  shareOfYear(period: Period): Exact;
  /** All periods that have the same last day. */
  endingWith(period: Period): ReadonlySet<Period>;
  /** The id of the rule version that holds for the period, undefined where none is known. */
  ruleVersionFor(period: Period): string | undefined;
  /** The book under the rules that hold for the period, undefined when this is it: ask `bookFor`. */
  otherFor(period: Period): Book | undefined;
}

/** The book under the rules that hold for a period: what is scored of a period is looked up there. */
export function bookFor(book: Book, period: Period): Book {
  return book.otherFor(period) ?? book;
}

const twelve = exactly(12);

/** Builds the indexes over one version of the data, for today's rules at once and for those before when they are first asked for. */
export function buildBook(input: BookInput): Book {
  const numberOf = numbering(input.units.map((unit) => unit.id));
  return bookWith(input, { numberOf, valuesOf: valuesInForce(input.reports, numberOf) });
}

/** The same with the values of another book, for other records than those of its reports: tens of thousands are not sorted in once more. */
export function rebuildBook({ numberOf, valuesOf }: Book, input: Book['input']): Book {
  return bookWith(input, { numberOf, valuesOf });
}

type Values = Pick<Book, 'numberOf' | 'valuesOf'>;

function bookWith(input: Book['input'], values: Values): Book {
  const records = recordIndexes(input, values);
  const history = ruleHistory(input.ruleVersions ?? []);
  const bookWithout = remembered((undone: number): Book => {
    const rules = history.rulesWithout(input, undone);
    return {
      ...records,
      ...ruleIndexes(rules, records),
      input: undone === 0 ? input : { ...input, ...rules },
      ruleVersionFor: (period) => history.versionFor(period)?.id,
      otherFor(period) {
        const other = history.undoneFor(period);
        return other === undone ? undefined : bookWithout(other);
      },
    };
  });
  return bookWithout(0);
}

/** What does not depend on the rules. */
function recordIndexes(input: Book['input'], { numberOf, valuesOf }: Values) {
  const units = indexed(input.units, (unit) => unit.id);
  const indicators = indexed(input.indicators, (indicator) => indicator.code);
  const taskForces = indexed(input.taskForces, (taskForce) => taskForce.id);
  const benchmarks = indexed(input.benchmarks, (entry) => `${entry.indicator}|${entry.period}`);
  const adjustments = grouped(input.adjustments, (adjustment) => adjustment.unit);
  return {
    indicators,
    unit: (id: string) => known(units.get(id), id),
    indicator: (code: string) => known(indicators.get(code), code),
    taskForce: (id: string) => known(taskForces.get(id), id),
    valueFor: (indicator: string, unit: string, period: Period) =>
      valuesOf(indicator, period).reports[numberOf(unit)],
    valuesOf,
    numberOf,
    benchmarkFor: (indicator: string, period: Period) => benchmarks.get(`${indicator}|${period}`),
    adjustmentsOf: (unit: string) => adjustments.get(unit) ?? [],
    dueDayOf: remembered((period: Period) => dueDayOf(input.calendar, period)),
    lastDayOf: remembered(endOf),
    shareOfYear: remembered((period: Period) => quotient(readExact(monthsElapsed(period)), twelve)),
    endingWith: remembered((period: Period) => new Set(endingWith(period))),
  };
}

/** What the rules decide: the tracks, what is assigned to whom, and who is compared with whom. */
function ruleIndexes(
  { tracks, assignments }: Rules,
  { indicators, numberOf }: Pick<ReturnType<typeof recordIndexes>, 'indicators' | 'numberOf'>,
) {
  const tracksOf = remembered((year: number) => tracksOfYear(tracks, year));
  const byUnit = remembered((year: number) =>
    grouped(
      assignments.filter((assignment) => assignment.year === year),
      (assignment) => assignment.unit,
    ),
  );
  const groups = remembered((year: number) =>
    yearGroups(year, { tracks: tracksOf(year), assignments, indicators, numberOf }),
  );
  return {
    tracksOf,
    track: (id: string, year: number) =>
      known(
        tracksOf(year).find((track) => track.id === id),
        id,
      ),
    trackOfUnit: (unit: string, year: number) => tracksOf(year).find((track) => track.units.includes(unit)),
    assignmentsOf: (unit: string, year: number) => byUnit(year).get(unit) ?? [],
    groupOf: (unit: string, year: number) => groups(year)[numberOf(unit)],
  };
}

function known<T>(record: T | undefined, id: string): T {
  if (record === undefined) throw new RangeError(`not in the book: ${id}`);
  return record;
}

function tracksOfYear(tracks: readonly Track[], year: number): readonly Track[] {
  const distance = (track: Track) => Math.abs(track.year - year);
  const closest = Math.min(...tracks.map(distance));
  return tracks.filter((track) => distance(track) === closest);
}
