import fc from 'fast-check';
import type { Rule } from '#src/domain/assessment/rule.ts';
import type { Asked, OracleWorld } from './oracle.ts';
import { frequencies, spans } from './oracle-calendar.ts';

type Draw = fc.GeneratorValue;
type Assignment = OracleWorld['assignments'][number];
type Indicator = OracleWorld['indicators'][number];

const pick = <T>(g: Draw, choices: readonly T[]): T => g(fc.constantFrom, ...choices) as T;
const whole = (g: Draw, min: number, max: number): number => g(fc.integer, { min, max });
const chance = (g: Draw, percent: number): boolean => whole(g, 1, 100) <= percent;

/** Few distinct values, so that ties, edges and thresholds are met often; now and then one with many digits. */
function decimal(g: Draw, min: number, max: number): string {
  if (chance(g, 5))
    return `${whole(g, Math.max(min, 1), max)}.${pick(g, ['00000000000000000001', '33333333333333333333', '5'])}`;
  const tenths = whole(g, min * 2, max * 2) * 5;
  const sign = tenths < 0 ? '-' : '';
  return `${sign}${Math.floor(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}${pick(g, ['', '0'])}`;
}

const compared = ['value', 'completion'] as const;

function simpleRule(g: Draw): Rule {
  const zeroAt = whole(g, -3, 10);
  const makers: readonly (() => Rule)[] = [
    () => ({ type: 'completion', cap: pick(g, ['1', '1.1', '2']), floor: pick(g, ['0', '0.3', '-1']) }),
    () => ({
      type: 'interval',
      zeroAt: `${zeroAt}`,
      fullAt: `${zeroAt + pick(g, [-7, -3, 1, 3, 9])}`,
    }),
    () => ({ type: 'efficacy', base: pick(g, ['0.6', '0', '0.75']), of: pick(g, compared) }),
    () => ({
      type: 'rank',
      step: pick(g, ['0.05', '0.3', '0.0333']),
      floor: pick(g, ['0', '0.5']),
      of: pick(g, compared),
    }),
    () => ({
      type: 'steps',
      steps: g(fc.uniqueArray, fc.integer({ min: -2, max: 12 }), { minLength: 1, maxLength: 4 }).map(
        (from) => ({
          from: `${from}`,
          f: pick(g, ['1', '0.85', '0.6', '0.33']),
        }),
      ),
    }),
    () => ({
      type: 'growth',
      against: pick(g, ['nation', 'province', 'city'] as const),
      base: pick(g, ['0.8', '0.5']),
      perPoint: pick(g, ['0.05', '0.1', '0.07']),
    }),
  ];
  return pick(g, makers)();
}

const shareSets = [['1'], ['0.6', '0.4'], ['0.5', '0.3', '0.2'], ['0.3333', '0.6667']] as const;

function anyRule(g: Draw, depth: number): Rule {
  if (depth === 0 || chance(g, 65)) return simpleRule(g);
  const parts = pick(g, shareSets).map((share) => ({ share, rule: anyRule(g, depth - 1) }));
  return { type: 'blend', parts };
}

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

/** A small world with a question: all rules, nested blends, gaps, ties, dates around due days. */
export function randomQuestion(g: Draw): Asked {
  const asked = periodAndNow(g);
  const units = Array.from({ length: whole(g, 1, 9) }, (_, index) => `U${two(index + 1)}`);
  const trackCount = whole(g, 1, 2);
  const indicators = Array.from({ length: whole(g, 1, 5) }, (_, index) => indicator(g, `AA-0${index + 1}`));
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
      holidays: g(fc.uniqueArray, fc.constant(someDay(g))),
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
