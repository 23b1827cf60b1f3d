import { toExact } from '../../../shared/exact.ts';
import {
  add,
  compare,
  divide,
  fraction,
  maximum,
  multiply,
  type Rational,
  rational,
  subtract,
  toFixed,
  zero,
} from '../../../shared/rational.ts';
import { placeRows } from '../ranking/places.ts';
import type { TableContent, TableLine, TableRow } from '../records/published-table.ts';
import { pointsFor } from '../scoring/column-of.ts';
import { readFraction } from './read-fraction.ts';

/** What decided the gap between two neighbours: the better one's indicators that gained most over the other's, in points of the score. */
interface FairnessGap {
  readonly better: string;
  readonly worse: string;
  /** Of the rounded scores. */
  readonly gap: string;
  readonly decided: readonly { readonly name: string; readonly gain: string }[];
}

/** What moves when one weight is one point higher or lower. */
interface FairnessWeight {
  readonly indicator: string;
  /** Units whose place changes. */
  readonly up: number;
  readonly down: number;
}

/** How fair a table is (公平性分析), from what was published alone. */
export interface Fairness {
  readonly units: number;
  readonly scored: number;
  /** Units that share a place, place by place. */
  readonly ties: readonly { readonly place: number; readonly units: readonly string[] }[];
  readonly unreported: readonly { readonly unit: string; readonly count: number }[];
  readonly provisional: number;
  readonly vetoed: readonly string[];
  readonly gaps: readonly FairnessGap[];
  /** Indicators whose weight moves somebody, the most first. */
  readonly weights: readonly FairnessWeight[];
  /** Indicators of which one point of weight moves nobody. */
  readonly still: number;
}

const hundred = rational(100n);

/**
 * The fairness sheet of a table. One weight moves by a point for all units that have the indicator (never below 0), the others stay, and
 * the score is again 100 × Σ points ÷ Σ weights; places are by the rounded score, as the table numbers them.
 */
export function fairnessOf(table: TableContent): Fairness {
  const { rows } = table;
  const weights = indicatorsOf(table).map(({ code, name }) => ({
    indicator: name,
    up: moved(table, code, 1n),
    down: moved(table, code, -1n),
  }));
  const moving = weights.filter(({ up, down }) => up + down > 0);
  return {
    units: rows.length,
    scored: rows.filter(({ place }) => place !== null).length,
    ties: tiesOf(rows),
    unreported: unreportedOf(rows),
    provisional: rows.filter(({ provisional }) => provisional).length,
    vetoed: rows.filter(({ vetoed }) => vetoed).map(({ name }) => name),
    gaps: gapsOf(table),
    weights: moving.sort((a, b) => b.up + b.down - (a.up + a.down)),
    still: weights.length - moving.length,
  };
}

function indicatorsOf({ inputs, rows }: TableContent) {
  const used = new Set(rows.flatMap(({ lines }) => lines.map(({ indicator }) => indicator)));
  return inputs.indicators.filter(({ code }) => used.has(code));
}

function tiesOf(rows: readonly TableRow[]): Fairness['ties'] {
  const places = [...new Set(rows.flatMap(({ place }) => (place === null ? [] : [place])))];
  return places
    .map((place) => ({ place, units: rows.filter((row) => row.place === place).map(({ name }) => name) }))
    .filter(({ units }) => units.length > 1);
}

function unreportedOf(rows: readonly TableRow[]): Fairness['unreported'] {
  return rows
    .map(({ name, lines }) => ({
      unit: name,
      count: lines.filter(({ status }) => status === 'unreported').length,
    }))
    .filter(({ count }) => count > 0);
}

/** What counts: lines with points; the rest is in neither sum. */
const counted = (lines: readonly TableLine[]) => lines.filter(({ points }) => points !== null);

interface Sums {
  readonly points: Rational;
  readonly weights: Rational;
}

function sumsOf(lines: readonly TableLine[]): Sums {
  return counted(lines).reduce<Sums>(
    ({ points, weights }, line) => ({
      points: add(points, readFraction(line.points ?? '0/1')),
      weights: add(weights, rational(line.weight)),
    }),
    { points: zero, weights: zero },
  );
}

function scoreOf({ points, weights }: Sums, { bonus, deduction }: TableRow): string | null {
  if (weights.num === 0n) return null;
  const score = divide(multiply(hundred, points), weights);
  return toFixed(subtract(add(score, readFraction(bonus)), readFraction(deduction)), 2);
}

/** How many units change place when an indicator's weight moves. */
function moved(table: TableContent, code: string, by: bigint): number {
  const style = table.scope === 'track' ? (table.inputs.tracks[0]?.place_style ?? '1224') : '1224';
  const rows = table.rows.map((row) => ({
    unit: { id: row.unit, short_name: row.name },
    score: scoreOf(sumsOf(row.lines.map((line) => reweighed(line, code, by))), row),
  }));
  const before = new Map(table.rows.map(({ unit, place }) => [unit, place]));
  return placeRows(rows, style).filter(({ unit, place }) => before.get(unit.id) !== place).length;
}

function reweighed(line: TableLine, code: string, by: bigint): TableLine {
  if (line.indicator !== code || line.points === null) return line;
  const weight = maximum(zero, add(rational(line.weight), rational(by)));
  const text = decimalOf(weight);
  const f = line.f === null ? zero : readFraction(line.f);
  return { ...line, weight: text, points: `${pointsFor({ weight: text }, toExact(f))}/10000` };
}

/** Weights are decimals, so what is a point more or less is one, too. */
function decimalOf(weight: Rational): string {
  return toFixed(weight, 20);
}

const mostDecided = 3;

function gapsOf(table: TableContent): FairnessGap[] {
  const placed = table.rows.filter(({ score }) => score !== null);
  return placed.slice(1).map((worse, index) => {
    const better = placed[index] ?? worse;
    return {
      better: better.name,
      worse: worse.name,
      gap: toFixed(subtract(rational(better.score ?? '0'), rational(worse.score ?? '0')), 2),
      decided: decidedBy(table, better, worse),
    };
  });
}

/** Differences of what each indicator gives to the score, adjustments among them; what helped the better one, the most first. */
function decidedBy(table: TableContent, better: TableRow, worse: TableRow): FairnessGap['decided'] {
  const [ours, theirs] = [contributions(table, better), contributions(table, worse)];
  const names = new Set([...ours.keys(), ...theirs.keys()]);
  return [...names]
    .map((name) => ({ name, gain: subtract(ours.get(name) ?? zero, theirs.get(name) ?? zero) }))
    .filter(({ gain }) => compare(gain, zero) > 0)
    .sort((a, b) => compare(b.gain, a.gain))
    .slice(0, mostDecided)
    .map(({ name, gain }) => ({ name, gain: toFixed(gain, 2) }));
}

function contributions({ inputs }: TableContent, row: TableRow): ReadonlyMap<string, Rational> {
  const { weights } = sumsOf(row.lines);
  const share = weights.num === 0n ? zero : fraction(100n * weights.den, weights.num);
  const names = new Map(inputs.indicators.map(({ code, name }) => [code, name]));
  const each = counted(row.lines).map((line): [string, Rational] => [
    names.get(line.indicator) ?? line.indicator,
    multiply(readFraction(line.points ?? '0/1'), share),
  ]);
  const adjusted = subtract(readFraction(row.bonus), readFraction(row.deduction));
  return new Map([...each, ['加减分', adjusted]]);
}
