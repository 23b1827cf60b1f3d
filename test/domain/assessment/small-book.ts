import { scoreTrack, type TrackTable, type UnitScore } from '#src/domain/assessment/ranking/score-track.ts';
import type { Adjustment } from '#src/domain/assessment/records/adjustment.ts';
import type { Assignment } from '#src/domain/assessment/records/assignment.ts';
import type { Benchmark } from '#src/domain/assessment/records/benchmark.ts';
import type { Indicator } from '#src/domain/assessment/records/indicator.ts';
import type { Report } from '#src/domain/assessment/records/report.ts';
import type { Rule } from '#src/domain/assessment/records/rule.ts';
import type { Track } from '#src/domain/assessment/records/track.ts';
import type { Unit } from '#src/domain/assessment/records/unit.ts';
import type { AssignmentScore } from '#src/domain/assessment/scoring/assignment-score.ts';
import { type Book, buildBook } from '#src/domain/assessment/scoring/book.ts';
import { scoreAssignments } from '#src/domain/assessment/scoring/score-assignment.ts';
import { scoreMoment } from '#src/domain/assessment/scoring/score-moment.ts';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';

/** A record of which only what matters to the test is said. */
export type Some<T> = { [K in keyof T]?: T[K] };

/** A district in few words: one indicator AA-01, one track T1 with the units that have assignments, unless said otherwise. */
export interface Small {
  readonly indicators?: readonly Some<Indicator>[];
  readonly assignments: readonly Some<Assignment>[];
  readonly reports?: readonly Some<Report>[];
  readonly benchmarks?: readonly Some<Benchmark>[];
  readonly adjustments?: readonly Some<Adjustment>[];
  readonly tracks?: readonly Some<Track>[];
}

const completion: Rule = { type: 'completion', cap: '1', floor: '0' };

/** After all of 2026-10 and 2026Q3 is due. */
export const lateNovember = '2026-11-22T09:00:00+08:00';

export function indicator(part: Some<Indicator>): Indicator {
  return {
    code: 'AA-01',
    name: '新签约项目数',
    aliases: [],
    measure: '个',
    decimals: 1,
    direction: 'higher',
    kind: 'level',
    frequency: 'month',
    min: '0',
    max: '1000',
    growth_of: null,
    task_force: 'TF01',
    lead_unit: 'U01',
    leader: 'C001',
    source: '',
    level: 'district',
    ...part,
  };
}

export function assignment(part: Some<Assignment>): Assignment {
  return {
    id: `${part.unit ?? 'U01'}-${part.indicator ?? 'AA-01'}`,
    year: 2026,
    indicator: 'AA-01',
    unit: 'U01',
    weight: '100',
    annual_target: '100',
    milestones: [],
    rule: completion,
    leader: 'C001',
    reporter: 'C001',
    ...part,
  };
}

function report(part: Some<Report>): Report {
  return {
    id: 'R1',
    indicator: 'AA-01',
    unit: 'U01',
    period: '2026-10',
    rev: 1,
    value: '0',
    state: 'confirmed',
    reporter: 'C001',
    reported_at: '2026-11-03T09:00:00+08:00',
    ...part,
  };
}

function benchmark(part: Some<Benchmark>): Benchmark {
  return {
    indicator: 'AA-01',
    period: '2026-10',
    nation: null,
    province: null,
    city: null,
    district: null,
    city_place: null,
    city_total: 11,
    province_place: null,
    ...part,
  };
}

function adjustment(part: Some<Adjustment>): Adjustment {
  return {
    id: 'ADJ1',
    year: 2026,
    unit: 'U01',
    type: 'bonus',
    points: '1',
    reason: '',
    date: '2026-03-01',
    document: '',
    decided_by: 'C001',
    ...part,
  };
}

export function track(part: Some<Track>): Track {
  return {
    id: 'T1',
    name: '赛道',
    description: '',
    year: 2026,
    bonus_cap: '5',
    first_quota: '0.30',
    second_quota: '0.50',
    place_style: '1224',
    units: ['U01'],
    ...part,
  };
}

function unit(id: string): Unit {
  return {
    id,
    name: id,
    short_name: id,
    aliases: [],
    kind: 'department',
    kind_name: '',
    track: 'T1',
    grades: {},
  };
}

/** Builds the book of a small district, with the working days Monday to Friday. */
export function smallBook(small: Small): Book {
  const assignments = small.assignments.map(assignment);
  const assigned = [...new Set(assignments.map((each) => each.unit))];
  const tracks = (small.tracks ?? [{ units: assigned }]).map(track);
  const codes = small.indicators ?? [{ code: 'AA-01' }];
  return buildBook({
    tracks,
    units: [...new Set([...assigned, ...tracks.flatMap((each) => each.units)])].map(unit),
    indicators: codes.map(indicator),
    taskForces: [
      {
        id: 'TF01',
        name: '',
        leader: '',
        leader_name: '',
        office_unit: 'U01',
        office_contacts: [],
        members: [],
        indicators: ['AA-01'],
        guidance: [],
      },
    ],
    assignments,
    reports: (small.reports ?? []).map(report),
    benchmarks: (small.benchmarks ?? []).map(benchmark),
    adjustments: (small.adjustments ?? []).map(adjustment),
    calendar: workCalendar([]),
  });
}

/** The table of track T1 in 2026-10, late in November, unless said otherwise. */
export function tableOf(small: Small, when: { period?: string; now?: string } = {}): TrackTable {
  return scoreTrack(smallBook(small), { track: 'T1', period: '2026-10', now: lateNovember, ...when });
}

/** The row of one unit; throws when it is not in the table. */
export function rowOf(table: TrackTable, id = 'U01'): UnitScore {
  const row = table.units.find((each) => each.unit.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

/** What the first assignment of U01 scores in 2026-10, late in November, unless said otherwise. */
export function firstOf(
  small: Small,
  when: { period?: string; now?: string } = {},
): AssignmentScore | undefined {
  const book = smallBook(small);
  const moment = scoreMoment(book, { period: '2026-10', now: lateNovember, ...when });
  return scoreAssignments(book, 'U01', moment)[0];
}

/** A confirmed report of a unit for 2026-10. */
export const value = (unit: string, text: string, rest: Some<Report> = {}): Some<Report> => ({
  unit,
  value: text,
  ...rest,
});

/** f = value ÷ 100, so that a value is its own score. */
export const interval: Rule = { type: 'interval', zeroAt: '0', fullAt: '100' };

/** One unit with AA-01 under a rule. */
export function alone(rest: Omit<Small, 'assignments'> & { rule?: Rule; weight?: string }): Small {
  const { rule = interval, weight = '100', ...others } = rest;
  return { assignments: [{ rule, weight }], ...others };
}

/** A unit whose half-yearly AA-02 counts from 2026-06 on: what counts in May as well then stands for less of the score. */
export function halfYearJoins(): Book {
  const others = ['AA-01', 'AA-03'];
  return smallBook({
    indicators: [{ code: 'AA-01' }, { code: 'AA-02', frequency: 'half' }, { code: 'AA-03' }],
    assignments: [
      ...others.map((code) => ({ weight: '40', indicator: code })),
      { weight: '20', indicator: 'AA-02' },
    ],
    reports: [
      value('U01', '90', { period: '2026-05' }),
      value('U01', '91', { period: '2026-06' }),
      value('U01', '50', { indicator: 'AA-03', period: '2026-05' }),
      value('U01', '50', { indicator: 'AA-03', period: '2026-06' }),
      value('U01', '60', { indicator: 'AA-02', period: '2026H1' }),
    ],
  });
}
