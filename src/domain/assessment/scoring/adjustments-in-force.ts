import { toRational } from '../../../shared/exact.ts';
import { add, minimum, type Rational, rational, zero } from '../../../shared/rational.ts';
import { readExact } from '../../../shared/read-exact.ts';
import type { Adjustment } from '../records/adjustment.ts';
import type { Track } from '../records/track.ts';
import type { Book } from './book.ts';
import type { ScoreMoment } from './score-moment.ts';

/** What bonuses, deductions and vetoes do to a unit's score; `bonus` is after the track's cap. */
export interface AdjustmentSum {
  readonly bonus: Rational;
  readonly deduction: Rational;
  readonly vetoed: boolean;
}

/** The unit's adjustments that count: of the period's year, dated on the period's last day or before (domain §4, Sum). */
export function adjustmentsInForce(book: Book, unit: string, moment: ScoreMoment): readonly Adjustment[] {
  return book
    .adjustmentsOf(unit)
    .filter((adjustment) => adjustment.year === moment.year && adjustment.date <= moment.lastDay);
}

/** Adds adjustments up; the bonus is capped by the track, deductions are not. */
export function sumAdjustments(adjustments: readonly Adjustment[], track: Track): AdjustmentSum {
  const cap = toRational(readExact(track.bonus_cap));
  if (adjustments.length === 0) return { bonus: minimum(zero, cap), deduction: zero, vetoed: false };
  const total = (type: Adjustment['type']) =>
    adjustments
      .filter((adjustment) => adjustment.type === type)
      .reduce((sum, adjustment) => add(sum, rational(adjustment.points)), zero);
  return {
    bonus: minimum(total('bonus'), cap),
    deduction: total('deduction'),
    vetoed: adjustments.some((adjustment) => adjustment.type === 'veto'),
  };
}
