import { z } from 'zod';
import { assignmentSchema } from './assignment.ts';

export const ruleDraftSchema = z.object({
  /** Year and unit, `2026|U01`: the office has one draft for each. */
  id: z.string(),
  year: z.number().int(),
  unit: z.string(),
  /** Who changed it last, and when. */
  by: z.string(),
  at: z.string(),
  changes: z.array(z.object({ before: assignmentSchema.nullable(), after: assignmentSchema.nullable() })),
});

/** Changes of a unit's targets that are not yet in force: kept until its weights sum to 100 and somebody submits them with a reason. */
export type RuleDraft = z.infer<typeof ruleDraftSchema>;

/** The id of a unit's draft in a year. */
export function ruleDraftId(unit: string, year: number): string {
  return `${year}|${unit}`;
}

const idOf = ({ before, after }: RuleDraft['changes'][number]) => (after ?? before)?.id;

/** The changes with one more; what comes back to what it was is no change. */
export function withChange(
  changes: RuleDraft['changes'],
  change: RuleDraft['changes'][number],
): RuleDraft['changes'] {
  const known = changes.find((each) => idOf(each) === idOf(change));
  const before = known ? known.before : change.before;
  const others = changes.filter((each) => each !== known);
  const isNothing = JSON.stringify(before) === JSON.stringify(change.after);
  return isNothing ? others : [...others, { before, after: change.after }];
}
