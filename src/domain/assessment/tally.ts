import { fraction, type Rational } from '../../shared/rational.ts';
import type { AssignmentScore } from './assignment-score.ts';
import type { Book } from './book.ts';
import type { Line } from './line.ts';
import { scoreLine } from './score-line.ts';
import type { ScoreMoment } from './score-moment.ts';

/** The scores of some assignments with their sums. */
export interface Tally {
  readonly assignments: readonly AssignmentScore[];
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

/** Scores some lines and adds them up (domain §4, Sum and Not there). */
export function tallyLines(book: Book, lines: readonly Line[], moment: ScoreMoment): Tally {
  const assignments: AssignmentScore[] = [];
  let points = 0n;
  let weights = 0n;
  let provisional = false;
  let reported = 0;
  let due = 0;
  for (const line of lines) {
    const scored = scoreLine(book, line, moment);
    if (!scored) continue;
    assignments.push(scored.score);
    if (scored.score.f === null) provisional = true;
    else {
      points += scored.pointUnits;
      weights += line.weightUnits;
    }
    if (!moment.counting[line.indicator.frequency]?.ended) continue;
    due += 1;
    if (scored.score.value !== null) reported += 1;
  }
  return { assignments, ...sums(points, weights), provisional, reported, due };
}

/** Points come as ten-thousandths, weights as 10⁻²⁰: 100 × points/10⁴ ÷ weights/10²⁰. */
function sums(points: bigint, weights: bigint): Pick<Tally, 'score' | 'weight'> {
  const weight = fraction(weights, 10n ** 20n);
  return { weight, score: weights === 0n ? null : fraction(points * 10n ** 18n, weights) };
}
