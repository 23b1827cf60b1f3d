import type { Asked, OracleWorld } from './oracle.ts';
import { frequencies, spans } from './oracle-calendar.ts';
import { chance, type Draw, decimal, pick, sequence, whole } from './random-draw.ts';
import { anyRule } from './random-rule.ts';

type Assignment = OracleWorld['assignments'][number];
type Indicator = OracleWorld['indicators'][number];

function indicator(g: Draw, code: string): Indicator {
  return {
    code,
    name: code,
    aliases: [],
    measure: '家',
    decimals: 1,
    direction: pick(g, ['higher', 'lower'] as const),
    kind: pick(g, ['cumulative', 'level', 'rate'] as const),
    frequency: pick(g, frequencies),
    min: '-100',
    max: '1000',
    growth_of: null,
    task_force: 'TF01',
    lead_unit: 'U01',
    leader: 'C001',
    source: '',
    level: 'district',
  };
}

function assignment(g: Draw, { id, unit, code }: { id: string; unit: string; code: string }): Assignment {
  const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].filter(() => chance(g, 25));
  return {
    id,
    year: chance(g, 96) ? 2026 : 2025,
    indicator: code,
    unit,
    weight: pick(g, ['0', '5', '12.5', '33.33', '7', '0.0001']),
    annual_target: decimal(g, 1, 12),
    milestones: quarters.map((period) => ({ period, value: decimal(g, 1, 12) })),
    rule: anyRule(g, 2),
    leader: 'C001',
    reporter: 'C001',
  };
}

interface Setting {
  readonly period: string;
  readonly indicators: readonly Indicator[];
  readonly assignments: readonly Assignment[];
}

/** Values for the periods around the one asked for, of the right frequency and of others, some of them returned. */
function reports(g: Draw, { period, indicators, assignments }: Setting): OracleWorld['reports'] {
  const end = [...frequencies]
    .flatMap((each) => spans(each, Number(period.slice(0, 4))))
    .find((span) => span.name === period)?.end;
  return assignments.flatMap(({ id, unit, indicator: code }) => {
    const own = indicators.find((each) => each.code === code)?.frequency ?? 'month';
    const frequency = chance(g, 92) ? own : pick(g, frequencies);
    const ended = spans(frequency, 2026).filter((span) => span.end <= (end ?? ''));
    return ended.slice(-2).flatMap(({ name }) =>
      Array.from({ length: pick(g, [0, 1, 1, 1, 2, 3]) }, (_, index) => ({
        id: `${id}-${name}-${index}`,
        indicator: code,
        unit,
        period: name,
        rev: index + 1,
        value: decimal(g, chance(g, 10) ? -4 : 0, 12),
        state: pick(g, ['confirmed', 'submitted', 'confirmed', 'returned'] as const),
        reporter: 'C001',
        reported_at: '2026-07-01T09:00:00+08:00',
      })),
    );
  });
}

function benchmarks(g: Draw, indicators: readonly Indicator[]): OracleWorld['benchmarks'] {
  const value = () => (chance(g, 85) ? decimal(g, -2, 12) : null);
  return indicators.flatMap(({ code, frequency }) =>
    spans(frequency, 2026)
      .filter(() => chance(g, 80))
      .map(({ name }) => ({
        indicator: code,
        period: name,
        nation: value(),
        province: value(),
        city: value(),
        district: null,
        city_place: null,
        city_total: 11,
        province_place: null,
      })),
  );
}

const two = (number: number) => String(number).padStart(2, '0');
const someDay = (g: Draw) => `2026-${two(whole(g, 1, 12))}-${pick(g, ['01', '15', '16', '28', '30'])}`;

function adjustments(g: Draw, units: readonly string[]): OracleWorld['adjustments'] {
  return Array.from({ length: whole(g, 0, 6) }, (_, index) => ({
    id: `ADJ${index}`,
    year: chance(g, 85) ? 2026 : 2025,
    unit: pick(g, units),
    type: pick(g, ['bonus', 'bonus', 'deduction', 'veto'] as const),
    points: decimal(g, 0, 5),
    reason: '',
    date: someDay(g),
    document: '',
    decided_by: 'C001',
  }));
}

function periodAndNow(g: Draw): { period: string; now: string } {
  const year = chance(g, 94) ? 2026 : pick(g, [2025, 2027]);
  const span = pick(g, spans(pick(g, frequencies), year));
  const after = Date.parse(`${span.end}T00:00:00Z`) + whole(g, -20, 25) * 86_400_000;
  const day = new Date(after).toISOString().slice(0, 10);
  return { period: span.name, now: `${day}T${pick(g, ['00:00:00', '09:30:00', '23:59:59'])}+08:00` };
}

/** How large a random world is, and the seed of all that is in it. */
export interface Size {
  readonly seed: number;
  readonly units: number;
  readonly indicators: number;
}

/** A small world with a question: all rules, nested blends, gaps, ties, dates around due days. */
export function randomQuestion(size: Size): Asked {
  const g = sequence(size.seed);
  const asked = periodAndNow(g);
  const units = Array.from({ length: size.units }, (_, index) => `U${two(index + 1)}`);
  const trackCount = whole(g, 1, 2);
  const indicators = Array.from({ length: size.indicators }, (_, index) => indicator(g, `AA-0${index + 1}`));
  const assignments = units.flatMap((unit) =>
    indicators.flatMap(({ code }) =>
      chance(g, 85) ? [assignment(g, { id: `${unit}-${code}`, unit, code })] : [],
    ),
  );
  const trackOf = units.map(() => `T${whole(g, 1, trackCount)}`);
  const world: OracleWorld = {
    units: units.map((id, index) => ({
      id,
      name: id,
      short_name: id,
      aliases: [],
      kind: 'department',
      kind_name: '机关部门',
      track: trackOf[index] ?? 'T1',
      grades: {},
    })),
    tracks: ['T1', 'T2'].slice(0, trackCount).map((id) => ({
      id,
      name: id,
      description: '',
      year: 2026,
      bonus_cap: pick(g, ['5', '3', '0']),
      first_quota: pick(g, ['0.30', '0.25', '0.01']),
      second_quota: pick(g, ['0.50', '0.4', '0']),
      place_style: pick(g, ['1224', '1223'] as const),
      units: units.filter((_, index) => trackOf[index] === id),
    })),
    indicators,
    taskForces: [taskForce(indicators)],
    assignments,
    reports: reports(g, { period: asked.period, indicators, assignments }),
    benchmarks: benchmarks(g, indicators),
    adjustments: adjustments(g, units),
    calendar: {
      holidays: [someDay(g), someDay(g)],
      makeUpWorkdays: [pick(g, ['2026-02-14', '2026-10-10', '2026-07-18'])],
    },
  };
  return { ...asked, world };
}

function taskForce(indicators: readonly Indicator[]): OracleWorld['taskForces'][number] {
  return {
    id: 'TF01',
    name: '',
    leader: '',
    leader_name: '',
    office_unit: 'U01',
    office_contacts: [],
    members: [],
    indicators: indicators.filter((_, index) => index % 2 === 0).map(({ code }) => code),
    guidance: [],
  };
}
