import type { GradeProposal } from '../domain/assessment/records/grade-proposal.ts';
import type { Actor } from '../domain/people/actor.ts';
import { holds } from './authorize.ts';

/** Whether the person may read a list of grades: what is or was in force; what is only proposed is the assessment office's alone (domain §8). */
export function mayReadGrades(actor: Actor, { state }: Pick<GradeProposal, 'state'>): boolean {
  return state === 'effective' || state === 'replaced' || holds(actor, 'grades.decide');
}
