import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import type { Book } from '#src/domain/assessment/scoring/book.ts';
import { suppose } from '#src/domain/assessment/scoring/suppose.ts';
import type { Supposition } from '#src/domain/assessment/scoring/supposed-columns.ts';
import { add, compare, divide, type Rational, rational, zero } from '#src/shared/rational.ts';
import type { Asked, OracleWorld } from './oracle.ts';
import { oracleAssignment } from './oracle.ts';
import { less, minus, over, plus, read, times, write } from './oracle-fraction.ts';
import { oracleTrack } from './oracle-rankings.ts';

/** One way past the next unit, found by trying every step. */
export interface OracleOption {
  readonly indicator: string;
  readonly needed: string;
  readonly steps: number;
  readonly scoreAfter: string | null;
  readonly placeAfter: number | null;
}

interface Replaced {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly value: string;
}

/** The world in which these values had been reported last. */
function worldWith(world: OracleWorld, replaced: readonly Replaced[]): OracleWorld {
  const extra = replaced.map((each, at) => ({
    ...each,
    id: `supposed-${at}`,
    rev: 99,
    state: 'confirmed' as const,
    reporter: 'C001',
    reported_at: '2026-07-01T09:00:00+08:00',
  }));
  return { ...world, reports: [...world.reports, ...extra] };
}

/** The ids of who stands on the next better place. */
function oracleAhead(asked: Asked, { track, unit }: { track: string; unit: string }): string[] {
  const rows = oracleTrack(asked, track);
  const own = rows.find((row) => row.unit === unit)?.place ?? null;
  const better = rows.filter(({ place }) => place !== null && (own === null || place < own));
  const next = Math.max(...better.map(({ place }) => place ?? 0));
  return better.filter(({ place }) => place === next).map((row) => row.unit);
}

/** Whether the unit's rounded score is strictly above all of theirs. */
function isAbove(
  rows: readonly { unit: string; score: string | null }[],
  unit: string,
  ahead: readonly string[],
): boolean {
  const scoreOf = (id: string) => rows.find((row) => row.unit === id)?.score ?? null;
  const own = scoreOf(unit);
  return (
    own !== null &&
    ahead.every((id) => {
      const other = scoreOf(id);
      return other === null || less(read(other), read(own));
    })
  );
}

/** The values of an indicator by steps of its last decimal in the good direction, those within its range alone. */
function oracleGrid(
  { world }: Asked,
  code: string,
  value: string | null,
): { steps: number; value: string }[] {
  const indicator = world.indicators.find((each) => each.code === code);
  if (!indicator) throw new Error(code);
  const higher = indicator.direction === 'higher';
  const start = read(value ?? (higher ? indicator.min : indicator.max));
  const step = over(read(1), read(`1${'0'.repeat(indicator.decimals)}`));
  const grid: { steps: number; value: string }[] = [];
  for (let steps = value === null ? 0 : 1; steps < 400; steps += 1) {
    const by = times(step, read(steps));
    const at = higher ? plus(start, by) : minus(start, by);
    const outside = less(at, read(indicator.min)) || less(read(indicator.max), at);
    if (!outside) grid.push({ steps, value: write(at, 20) });
  }
  return grid;
}

/** Every single-indicator option of a unit, each by trying one step after the other. */
export function oracleOptions(
  asked: Asked,
  { track, unit }: { track: string; unit: string },
): OracleOption[] {
  const ahead = oracleAhead(asked, { track, unit });
  if (ahead.length === 0) return [];
  const year = Number(asked.period.slice(0, 4));
  const own = asked.world.assignments.filter((each) => each.unit === unit && each.year === year);
  return own.flatMap((assignment) => {
    const scored = oracleAssignment(asked, assignment);
    if (!scored) return [];
    const { indicator, q, value } = scored;
    for (const { steps, value: needed } of oracleGrid(asked, indicator, value)) {
      const world = worldWith(asked.world, [{ indicator, unit, period: q, value: needed }]);
      const rows = oracleTrack({ ...asked, world }, track);
      if (!isAbove(rows, unit, ahead)) continue;
      const after = rows.find((row) => row.unit === unit);
      return [
        { indicator, needed, steps, scoreAfter: after?.score ?? null, placeAfter: after?.place ?? null },
      ];
    }
    return [];
  });
}

interface Tried {
  readonly track: string;
  readonly supposed: readonly Supposition[];
}

/** The engine's own table of a track with values supposed; that it scores rightly is the oracle's promise elsewhere. */
export function tableWith(book: Book, { period, now }: Asked, { track, supposed }: Tried) {
  const { units } = scoreTrack(suppose(book, supposed), { track, period, now });
  return units.map(({ unit, score, place }) => ({ unit: unit.id, score, place }));
}

/** The least Σ gain ÷ annual target of one, two or three indicators that overtakes, by trying all values of each. */
export function cheapestByTrying(
  book: Book,
  asked: Asked,
  { track, unit }: { track: string; unit: string },
): Rational | undefined {
  const ahead = oracleAhead(asked, { track, unit });
  if (ahead.length === 0) return undefined;
  const year = Number(asked.period.slice(0, 4));
  const own = asked.world.assignments.filter((each) => each.unit === unit && each.year === year);
  const choices = own.flatMap((assignment) => {
    const scored = oracleAssignment(asked, assignment);
    if (!scored) return [];
    const { indicator, q, value } = scored;
    const steps = oracleGrid(asked, indicator, value).map((each) => ({
      cost: divide(rational(each.steps), rational(assignment.annual_target)),
      supposed: { indicator, unit, period: q, value: each.value },
    }));
    return [steps];
  });
  let best: Rational | undefined;
  const tryFrom = (from: number, cost: Rational, supposed: readonly Supposition[]) => {
    if (best && compare(cost, best) >= 0) return;
    if (supposed.length > 0 && isAbove(tableWith(book, asked, { track, supposed }), unit, ahead)) {
      best = cost;
      return;
    }
    if (supposed.length === 3) return;
    for (let at = from; at < choices.length; at += 1) {
      for (const each of choices[at] ?? [])
        tryFrom(at + 1, add(cost, each.cost), [...supposed, each.supposed]);
    }
  };
  tryFrom(0, zero, []);
  return best;
}
