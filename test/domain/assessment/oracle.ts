import type { BookInput } from '#src/domain/assessment/scoring/book.ts';
import { dueDay, type OracleCalendar, spanOf, spans } from './oracle-calendar.ts';
import {
  between,
  type Fraction,
  less,
  minus,
  over,
  plus,
  read,
  same,
  times,
  write,
} from './oracle-fraction.ts';

/**
 * Domain §4 once more, naively: every figure is worked out anew from the raw records, by scanning them all. It takes
 * only record types from src, no code, so that it can contradict the engine.
 */
export interface OracleWorld extends Omit<BookInput, 'calendar'> {
  readonly calendar: OracleCalendar;
}

type Assignment = OracleWorld['assignments'][number];
type Rule = Assignment['rule'];

export interface Asked {
  readonly world: OracleWorld;
  readonly period: string;
  readonly now: string;
}

export interface OracleAssignment {
  readonly id: string;
  readonly indicator: string;
  readonly unit: string;
  readonly q: string;
  readonly status: string;
  readonly value: string | null;
  readonly target: Fraction;
  readonly f: Fraction | null;
  readonly points: string | null;
}

function indicatorOf({ world }: Asked, code: string) {
  const found = world.indicators.find((indicator) => indicator.code === code);
  if (!found) throw new Error(code);
  return found;
}

function countingPeriod(asked: Asked, { indicator, year }: Assignment) {
  const wanted = spanOf(asked.period).end;
  if (year !== Number(wanted.slice(0, 4))) return undefined;
  const { frequency } = indicatorOf(asked, indicator);
  return spans(frequency, year)
    .filter((span) => span.end <= wanted)
    .at(-1);
}

type Report = OracleWorld['reports'][number];

/** The only shortcut: reports laid out by period, as scanning 14,000 of them for every look would take minutes. */
const byPeriod = new WeakMap<OracleWorld['reports'], Map<string, Report[]>>();

function reportsIn({ reports }: OracleWorld, periodAndIndicator: string): Report[] {
  const known = byPeriod.get(reports) ?? new Map<string, Report[]>();
  byPeriod.set(reports, known);
  if (known.size === 0) {
    for (const report of reports) {
      const key = `${report.period}|${report.indicator}`;
      known.set(key, [...(known.get(key) ?? []), report]);
    }
  }
  return known.get(periodAndIndicator) ?? [];
}

function valueIn({ world }: Asked, { indicator, unit }: Assignment, q: string): string | null {
  const valid = reportsIn(world, `${q}|${indicator}`).filter(
    (report) => report.unit === unit && report.state !== 'returned',
  );
  const newest = Math.max(...valid.map((report) => report.rev));
  return valid.find((report) => report.rev === newest)?.value ?? null;
}

function targetIn(asked: Asked, assignment: Assignment, q: string): Fraction {
  const { end, months } = spanOf(q);
  const milestone = assignment.milestones.find((entry) => spanOf(entry.period).end === end);
  if (milestone) return read(milestone.value);
  const annual = read(assignment.annual_target);
  const cumulative = indicatorOf(asked, assignment.indicator).kind === 'cumulative';
  return cumulative ? over(times(annual, read(months)), read(12)) : annual;
}

/** x of every unit of the track that has the indicator and a value for q, the unit's own included. */
function field(asked: Asked, { own, q, of }: { own: Assignment; q: string; of: string }): Fraction[] {
  const { world } = asked;
  const track = world.tracks.find((each) => each.units.includes(own.unit));
  return world.assignments
    .filter((each) => each.year === own.year && each.indicator === own.indicator)
    .filter((each) => track?.units.includes(each.unit))
    .flatMap((each) => {
      const value = valueIn(asked, each, q);
      if (value === null) return [];
      return [of === 'completion' ? over(read(value), targetIn(asked, each, q)) : read(value)];
    });
}

const nought: Fraction = [0n, 1n];
const whole: Fraction = [1n, 1n];

function factor(asked: Asked, own: Assignment, { rule, q }: { rule: Rule; q: string }): Fraction | null {
  const higher = indicatorOf(asked, own.indicator).direction === 'higher';
  const better = (a: Fraction, b: Fraction) => (higher ? less(b, a) : less(a, b));
  const value = read(valueIn(asked, own, q) ?? 'no value');
  const target = targetIn(asked, own, q);
  if (rule.type === 'completion') {
    const ratio = over(value, target);
    return between(higher ? ratio : minus(read(2), ratio), read(rule.floor), read(rule.cap));
  }
  if (rule.type === 'interval') {
    const part = over(minus(value, read(rule.zeroAt)), minus(read(rule.fullAt), read(rule.zeroAt)));
    return between(part, nought, whole);
  }
  if (rule.type === 'efficacy') {
    const all = field(asked, { own, q, of: rule.of });
    const best = all.reduce((a, b) => (better(b, a) ? b : a));
    const worst = all.reduce((a, b) => (better(a, b) ? b : a));
    if (same(best, worst)) return whole;
    const x = rule.of === 'completion' ? over(value, target) : value;
    const part = over(minus(x, worst), minus(best, worst));
    return plus(read(rule.base), times(minus(whole, read(rule.base)), part));
  }
  if (rule.type === 'rank') {
    const x = rule.of === 'completion' ? over(value, target) : value;
    const ahead = field(asked, { own, q, of: rule.of }).filter((other) => better(other, x)).length;
    const f = minus(whole, times(read(rule.step), read(ahead)));
    return less(f, read(rule.floor)) ? read(rule.floor) : f;
  }
  if (rule.type === 'steps') {
    const reached = rule.steps.filter(
      (step) => same(value, read(step.from)) || better(value, read(step.from)),
    );
    reached.sort((a, b) => (better(read(a.from), read(b.from)) ? -1 : 1));
    return read(reached[0]?.f ?? '0');
  }
  if (rule.type === 'growth') {
    const entry = asked.world.benchmarks.find(
      (each) => each.indicator === own.indicator && each.period === q,
    );
    const benchmark = entry?.[rule.against] ?? null;
    if (benchmark === null) return null;
    const ahead = higher ? minus(value, read(benchmark)) : minus(read(benchmark), value);
    return between(plus(read(rule.base), times(read(rule.perPoint), ahead)), nought, whole);
  }
  const parts = rule.parts.map((part) => ({
    share: read(part.share),
    f: factor(asked, own, { rule: part.rule, q }),
  }));
  if (parts.some((part) => part.f === null)) return null;
  return parts.reduce((sum, part) => plus(sum, times(part.share, part.f ?? nought)), nought);
}

export function oracleAssignment(asked: Asked, own: Assignment): OracleAssignment | null {
  const counting = countingPeriod(asked, own);
  if (!counting) return null;
  const q = counting.name;
  const { frequency } = indicatorOf(asked, own.indicator);
  const late = asked.now.slice(0, 10) > dueDay(asked.world.calendar, frequency, counting.end);
  const value = valueIn(asked, own, q);
  const facts = {
    id: own.id,
    indicator: own.indicator,
    unit: own.unit,
    q,
    value,
    target: targetIn(asked, own, q),
  };
  if (value === null && late) return { ...facts, status: 'unreported', f: nought, points: '0.0000' };
  if (value === null) return { ...facts, status: 'left_out_not_due', f: null, points: null };
  const f = factor(asked, own, { rule: own.rule, q });
  if (f === null) return { ...facts, status: 'left_out_no_benchmark', f, points: null };
  return { ...facts, status: 'scored', f, points: write(times(read(own.weight), f), 4) };
}

export interface OracleSum {
  readonly assignments: readonly OracleAssignment[];
  readonly exact: Fraction | null;
  readonly provisional: boolean;
  readonly reported: number;
  readonly due: number;
}

/** 100 × Σ points / Σ weights over some assignments. */
export function oracleSum(asked: Asked, owned: readonly Assignment[]): OracleSum {
  const rows = owned.flatMap((own) => {
    const scored = oracleAssignment(asked, own);
    return scored ? [{ own, scored }] : [];
  });
  const counted = rows.filter(({ scored }) => scored.points !== null);
  const points = counted.reduce((sum, { scored }) => plus(sum, read(scored.points ?? '')), nought);
  const weights = counted.reduce((sum, { own }) => plus(sum, read(own.weight)), nought);
  const ended = rows.filter(({ scored }) => spanOf(scored.q).end < asked.now.slice(0, 10));
  return {
    assignments: rows.map(({ scored }) => scored),
    exact: weights[0] === 0n ? null : over(times(read(100), points), weights),
    provisional: counted.length < rows.length,
    reported: ended.filter(({ scored }) => scored.value !== null).length,
    due: ended.length,
  };
}
