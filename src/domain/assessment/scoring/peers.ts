import type { Exact } from '../../../shared/exact.ts';
import type { Whole } from '../../../shared/whole.ts';
import type { Period } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Benchmark } from '../records/benchmark.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Report } from '../records/report.ts';

/** What is compared: the value as reported, or value ÷ target of q. */
export type ComparedBy = 'value' | 'completion';

/** How peers compare in one period, in the order of the peers; who has no value is not compared. */
export interface Comparison {
  readonly compared: readonly (Exact | undefined)[];
  readonly best: Exact;
  readonly worst: Exact;
  /** best − worst: below 0 where lower is better. */
  readonly spread: Exact;
  /** Competition ranks, 1, 2, 2, 4; made when a rule first asks. */
  ranks?: readonly (number | undefined)[];
  /** The comparison of all but one of them, from which this one was made. */
  readonly others?: { readonly comparison: Comparison; readonly index: number };
}

/** Peers in one period: what they reported, and what was made of it so far. None of it depends on the time of asking. */
export interface Column {
  readonly q: Period;
  /** Which part of an annual target q's is, where no milestone is set: one unless the indicator is cumulative. */
  readonly share: Exact;
  /** For which periods a milestone is one of q: those that end with it. */
  readonly endings: ReadonlySet<Period>;
  readonly benchmark: Benchmark | undefined;
  /** The values in force, in the order of the peers. */
  readonly reports: readonly (Report | undefined)[];
  readonly values: readonly (Exact | undefined)[];
  /** Made when a rule first asks. */
  readonly comparisons: { [by in ComparedBy]?: Comparison };
  /** The same column without the value of one of the peers, when that is all that differs: comparisons are made from its. */
  readonly without?: { readonly column: Column; readonly index: number };
  /** Ten-thousandths of a point, in the order of the peers: null without a benchmark, undefined without a value. Made when first summed. */
  points?: readonly (Whole | null | undefined)[];
}

/** The units of a track that have one indicator in one year; `efficacy` and `rank` compare them. */
export interface Peers {
  readonly indicator: Indicator;
  /** Which they are of the group's peers: 0, 1, 2 … */
  readonly at: number;
  readonly assignments: readonly Assignment[];
  /** Of each assignment the number of its unit. */
  readonly units: readonly number[];
  /** Their weights. */
  readonly weights: readonly Exact[];
  /** What was scored already, by q. */
  readonly columns: Map<Period, Column>;
}

/** The units of a track in one year (those in no track together) with all that is assigned to them. */
export interface Group {
  /** Their numbers. */
  readonly units: readonly number[];
  /** By indicator code. */
  readonly peers: ReadonlyMap<string, Peers>;
  /** All that is assigned to them in the order of the documents: of which peers it is, the next of theirs. */
  readonly inOrder: readonly number[];
}
