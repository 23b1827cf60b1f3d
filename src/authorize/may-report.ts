import type { Assignment } from '../domain/assessment/records/assignment.ts';
import { type Actor, unitsOf } from '../domain/people/actor.ts';

/** Whether the person may report this assignment's values: its reporter, or a cadre of its unit (domain §1, §3). */
export function mayReport(actor: Actor, assignment: Assignment): boolean {
  if (!actor.cadre) return false;
  return assignment.reporter === actor.cadre.id || unitsOf(actor).includes(assignment.unit);
}
