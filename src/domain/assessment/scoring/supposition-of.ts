import { valueProblem } from '../records/value-problem.ts';
import type { Book } from './book.ts';
import { findAssignment } from './find-assignment.ts';
import type { ScoreMoment } from './score-moment.ts';
import type { Supposition } from './supposed-columns.ts';

/** A value that is to be supposed, before it is known of which period. */
interface Supposed {
  readonly unit: string;
  readonly indicator: string;
  readonly value: string;
}

/**
 * The supposition that replaces the value used for q (domain §4, What-if), or why there is none, as a Chinese sentence: not assigned, no period
 * of the year counts yet, or a value that could not be reported either. The unit and the indicator must be in the book.
 */
export function suppositionOf(
  book: Book,
  { unit, indicator, value }: Supposed,
  moment: ScoreMoment,
): Supposition | { readonly problem: string } {
  const known = book.indicator(indicator);
  const { short_name } = book.unit(unit);
  if (!findAssignment(book, { indicator, unit, year: moment.year }))
    return { problem: `${short_name}${moment.year}年没有承担“${known.name}”。` };
  const counting = moment.counting[known.frequency];
  if (!counting) return { problem: `“${known.name}”到这一期还没有应计入的报送期。` };
  const problem = valueProblem(known, value);
  return problem === undefined ? { unit, indicator, period: counting.q, value } : { problem };
}
