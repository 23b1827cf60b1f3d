import type { Rational } from '../../../shared/rational.ts';
import type { Period } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Report } from '../records/report.ts';

/** Why an assignment has the points it has: a value, overdue without one (未报), or left out of the sum (domain §4). */
export type AssignmentStatus = 'scored' | 'unreported' | 'left_out_not_due' | 'left_out_no_benchmark';

/**
 * One assignment in one period (domain §4): `q` is the indicator's own period that counts, `value` the text as
 * reported, `target` that of q, `f` exact, `points` = weight × f rounded to 4 decimals. What is left out has neither.
 */
export interface AssignmentScore {
  readonly assignment: Assignment;
  readonly indicator: Indicator;
  readonly q: Period;
  readonly status: AssignmentStatus;
  readonly report?: Report;
  readonly value: string | null;
  readonly target: Rational | null;
  readonly f: Rational | null;
  readonly points: Rational | null;
}
