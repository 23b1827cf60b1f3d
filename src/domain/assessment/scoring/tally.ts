import { type Exact, none, quotient, sum, toRational } from '../../../shared/exact.ts';
import type { Rational } from '../../../shared/rational.ts';
import { plus, type Whole } from '../../../shared/whole.ts';
import type { Book } from './book.ts';
import { columnOf, columnPoints, scoreInOrder } from './column-of.ts';
import type { Column, Group, Peers } from './peers.ts';
import type { CountingPeriod, ScoreMoment } from './score-moment.ts';

/** The sums of some of a unit's assignments. */
export interface Tally {
  /** 100 × Σ points / Σ weights of what counts, exact; null when no weight counts. */
  readonly score: Rational | null;
  /** Σ weights of what counts (domain §4: what is left out is in neither sum). */
  readonly weight: Rational;
  /** Whether something was left out (暂列). */
  readonly provisional: boolean;
  /** 已报 of 应报: assignments whose q has ended, due or not. */
  readonly reported: number;
  readonly due: number;
}

/** The sums of a unit's assignments before they are made a score. */
export interface Sums {
  /** Ten-thousandths. */
  points: Whole;
  weights: Exact;
  provisional: boolean;
  reported: number;
  due: number;
}

/** What is added up: everything, or some indicators alone. */
interface Tallying {
  readonly moment: ScoreMoment;
  readonly only?: ReadonlySet<string>;
}

/** Adds up what is assigned to each unit of a group (domain §4, Sum and Not there); the tallies by the unit’s number. */
export function tallyGroup(book: Book, group: Group, tallying: Tallying): readonly Tally[] {
  return sumGroup(book, group, tallying).map(tallyOf);
}

/** The same before the sums are made scores. */
export function sumGroup(book: Book, group: Group, { moment, only }: Tallying): readonly Readonly<Sums>[] {
  const sums: Sums[] = [];
  for (const unit of group.units)
    sums[unit] = { points: 0, weights: none, provisional: false, reported: 0, due: 0 };
  const columns: Counted[] = [];
  for (const [code, peers] of group.peers) {
    const counting = moment.counting[peers.indicator.frequency];
    if (!counting || (only && !only.has(code))) continue;
    columns.push({ peers, counting, column: columnOf(book, peers, counting.q) });
  }
  scoreInOrder(group, columns);
  for (const column of columns) addColumn(sums, column);
  return sums;
}

/** Whether an assignment is in neither sum: without its benchmark (null), or without a value (undefined) that is not overdue yet. */
export function isLeftOut(points: Whole | null | undefined, { overdue }: CountingPeriod): boolean {
  // Overdue beats everything: it counts with nothing, whatever the rule's floor and whether or not there is a benchmark.
  return points === null || (points === undefined && !overdue);
}

interface Counted {
  readonly peers: Peers;
  readonly column: Column;
  readonly counting: CountingPeriod;
}

function addColumn(sums: readonly Sums[], { peers, column, counting }: Counted): void {
  const { ended } = counting;
  const points = columnPoints(peers, column);
  peers.units.forEach((unit, index) => {
    const own = sums[unit];
    if (!own) return;
    const scored = points[index];
    if (ended) {
      own.due += 1;
      if (scored !== undefined) own.reported += 1;
    }
    if (isLeftOut(scored, counting)) {
      own.provisional = true;
      return;
    }
    own.weights = sum(own.weights, peers.weights[index] ?? none);
    own.points = plus(own.points, scored ?? 0);
  });
}

function tallyOf({ points, weights, provisional, reported, due }: Sums): Tally {
  const weight = toRational(weights);
  // 100 × points in ten-thousandths ÷ weights.
  const score = weights.num === 0 ? null : toRational(quotient({ num: points, den: 100 }, weights));
  return { score, weight, provisional, reported, due };
}
