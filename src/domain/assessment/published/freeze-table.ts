import { type Rational, zero } from '../../../shared/rational.ts';
import { workCalendar } from '../../calendar/work-calendar.ts';
import { rankTaskForce } from '../ranking/rank-task-force.ts';
import { scoreTrack } from '../ranking/score-track.ts';
import type { Assignment } from '../records/assignment.ts';
import type {
  TableContent,
  TableInputs,
  TableLine,
  TableRow,
  TableScope,
} from '../records/published-table.ts';
import { adjustmentsInForce } from '../scoring/adjustments-in-force.ts';
import type { AssignmentScore } from '../scoring/assignment-score.ts';
import { type Book, bookFor, buildBook } from '../scoring/book.ts';
import { scoreAssignments } from '../scoring/score-assignment.ts';
import { type ScoreMoment, scoreMoment, type When } from '../scoring/score-moment.ts';

type Asked = TableScope & When;

const exact = (value: Rational) => `${value.num}/${value.den}`;
const maybe = (value: Rational | null) => (value === null ? null : exact(value));

/** A table with everything that it is made from, under the rules that hold for its period. Throws a RangeError where the scope is unknown. */
export function freezeTable(latest: Book, asked: Asked): TableContent {
  const { scope, of, period, now } = asked;
  return {
    ...{ scope, of, period, now, rule_version: latest.ruleVersionFor(period) ?? '' },
    inputs: inputsOf(bookFor(latest, period), asked),
    rows: tableRows(latest, asked),
  };
}

/** The same table made anew from its own inputs and nothing else. */
export function remakeTable(content: TableContent): TableContent {
  const { rule_version, inputs, ...asked } = content;
  const table = freezeTable(bookOfInputs(inputs), asked);
  // Tables frozen by earlier versions hold those of the rest of the year too, which count in nothing.
  return { ...table, rule_version, inputs: { ...table.inputs, adjustments: inputs.adjustments } };
}

/** A book that holds a published table's inputs alone; due days as the calendar said then. */
export function bookOfInputs(inputs: TableInputs): Book {
  const { task_forces, due_days, ...records } = inputs;
  const book = buildBook({ ...records, taskForces: task_forces, calendar: workCalendar([]) });
  return { ...book, dueDayOf: (period) => due_days[period] ?? book.dueDayOf(period) };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const byKey =
  <T>(keyOf: (record: T) => string) =>
  (a: T, b: T) =>
    keyOf(a) < keyOf(b) ? -1 : 1;

function inputsOf(book: Book, asked: Asked): TableInputs {
  const moment = scoreMoment(book, asked);
  const taskForce = asked.scope === 'task_force' ? book.taskForce(asked.of) : undefined;
  const tracks = taskForce ? book.tracksOf(moment.year) : [book.track(asked.of, moment.year)];
  const ids = taskForce ? book.input.units.map(({ id }) => id) : tracks.flatMap(({ units }) => units);
  const only = taskForce && new Set(taskForce.indicators);
  const assignments = ids
    .flatMap((unit) => book.assignmentsOf(unit, moment.year))
    .filter(({ indicator }) => !only || only.has(indicator));
  const codes = [...new Set(assignments.map(({ indicator }) => indicator))].sort();
  const adjustments = taskForce ? [] : ids.flatMap((unit) => adjustmentsInForce(book, unit, moment));
  return {
    tracks: [...tracks].sort(byId),
    units: [...new Set(ids)].map((id) => book.unit(id)).sort(byId),
    indicators: codes.map((code) => book.indicator(code)),
    task_forces: taskForce ? [taskForce] : [],
    assignments: [...assignments].sort(byId),
    ...valuesUsed(book, assignments, moment),
    adjustments: adjustments.sort(byId),
    due_days: dueDays(book, moment),
  };
}

/** The values and benchmarks of the periods that count. */
function valuesUsed(book: Book, assignments: readonly Assignment[], { counting }: ScoreMoment) {
  const used = assignments.flatMap(({ indicator, unit }) => {
    const q = counting[book.indicator(indicator).frequency]?.q;
    return q === undefined ? [] : [{ indicator, unit, q }];
  });
  const places = new Map(used.map(({ indicator, q }) => [`${indicator}|${q}`, { indicator, q }]));
  return {
    reports: used.flatMap(({ indicator, unit, q }) => book.valueFor(indicator, unit, q) ?? []).sort(byId),
    benchmarks: [...places.values()]
      .flatMap(({ indicator, q }) => book.benchmarkFor(indicator, q) ?? [])
      .sort(byKey(({ indicator, period }) => `${indicator}|${period}`)),
  };
}

function dueDays(book: Book, { counting }: ScoreMoment): Record<string, string> {
  const periods = Object.values(counting).flatMap((each) => (each ? [each.q] : []));
  return Object.fromEntries(periods.sort().map((period) => [period, book.dueDayOf(period)]));
}

/** The rows of a table as it stands now, without what it was made from. Throws a RangeError where the scope is unknown. */
export function tableRows(latest: Book, asked: Asked): TableRow[] {
  const book = bookFor(latest, asked.period);
  const moment = scoreMoment(book, asked);
  const only = asked.scope === 'task_force' ? new Set(book.taskForce(asked.of).indicators) : undefined;
  const rows =
    asked.scope === 'track'
      ? scoreTrack(book, { track: asked.of, ...asked }).units
      : rankTaskForce(book, { taskForce: asked.of, ...asked }).units.map((row) => ({
          ...row,
          ...{ bonus: zero, deduction: zero, vetoed: false },
        }));
  return rows.map(({ unit, bonus, deduction, ...row }) => ({
    unit: unit.id,
    name: unit.short_name,
    track: book.trackOfUnit(unit.id, moment.year)?.id ?? '',
    ...{ score: row.score, place: row.place, provisional: row.provisional },
    ...{ reported: row.reported, due: row.due, vetoed: row.vetoed },
    bonus: exact(bonus),
    deduction: exact(deduction),
    lines: scoreAssignments(book, unit.id, moment)
      .filter(({ indicator }) => !only || only.has(indicator.code))
      .map(lineOf)
      .sort(byKey(({ indicator }) => indicator)),
  }));
}

function lineOf({ assignment, indicator, q, status, value, target, f, points }: AssignmentScore): TableLine {
  return {
    ...{ indicator: indicator.code, period: q, status, value, weight: assignment.weight },
    ...{ target: maybe(target), f: maybe(f), points: maybe(points) },
  };
}
