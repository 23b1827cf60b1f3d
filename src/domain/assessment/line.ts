import type { Rational } from '../../shared/rational.ts';
import type { Period } from '../calendar/period.ts';
import type { Assignment } from './assignment.ts';
import type { AssignmentScore } from './assignment-score.ts';
import type { Indicator } from './indicator.ts';
import type { Report } from './report.ts';

/** Where a line stands among those it is compared with. */
export interface Standing {
  readonly x: Rational;
  /** Competition rank, 1, 2, 2, 4. */
  readonly rank: number;
}

/** How the units of a track compare in one indicator and period; a line that has no value has no standing. */
export interface Comparison {
  readonly worst: Rational;
  /** best − worst: below 0 where lower is better. */
  readonly spread: Rational;
  readonly standings: ReadonlyMap<Line, Standing>;
}

/** The lines of one indicator and year in one track, which `efficacy` and `rank` compare. */
export interface Peers {
  readonly lines: Line[];
  /** Remembered by `value 2026-10` or `completion 2026-10`. */
  readonly comparisons: Map<string, Comparison>;
}

/** A score with its points as a whole number of ten-thousandths, so that sums need no fractions. */
export interface ScoredLine {
  readonly score: AssignmentScore;
  readonly pointUnits: bigint;
}

/** An assignment in a book: with its indicator, its values in force and what it is compared with. */
export interface Line {
  readonly assignment: Assignment;
  readonly indicator: Indicator;
  readonly weight: Rational;
  /** The weight as a whole number of 10⁻²⁰, the smallest step a stored decimal can have. */
  readonly weightUnits: bigint;
  /** By period: the highest revision that is not returned. */
  readonly values: ReadonlyMap<Period, Report>;
  readonly peers: Peers;
  /** What was scored already, by q; holds only lines with a value, whose score does not depend on the time of asking. */
  readonly scores: Map<Period, ScoredLine>;
}
