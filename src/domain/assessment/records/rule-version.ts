import { z } from 'zod';
import { endOf, isPeriod, type Period, startOf } from '../../calendar/period.ts';
import { adjustmentItemSchema } from './adjustment-item.ts';
import { assignmentSchema } from './assignment.ts';
import { trackSchema } from './track.ts';

function changeOf<S extends z.ZodType>(schema: S) {
  return z.array(z.object({ before: schema.nullable(), after: schema.nullable() })).optional();
}

export const ruleVersionSchema = z.object({
  /** The year it belongs to and its number within it, e.g. `2026-2`. */
  id: z.string().regex(/^\d{4}-\d{1,4}$/),
  at: z.string(),
  by: z.string(),
  why: z.string(),
  /** The first period it holds for; absent: it holds from the beginning. */
  from: z.string().refine(isPeriod).optional(),
  assignments: changeOf(assignmentSchema),
  tracks: changeOf(trackSchema),
  items: changeOf(adjustmentItemSchema),
});

/**
 * A rule version (规则版本): what every shown ranking names (domain §8). It keeps what it changed, whole and both ways (`before` null:
 * added; `after` null: removed), so that the rules of any earlier version can be had from today's by undoing.
 */
export type RuleVersion = z.infer<typeof ruleVersionSchema>;

function numbersOf(id: string): [number, number] {
  const [year = '0', number = '0'] = id.split('-');
  return [Number(year), Number(number)];
}

/** The versions in order: by year, then by number (2026-2 before 2026-10). */
export function versionsInOrder(versions: readonly RuleVersion[]): readonly RuleVersion[] {
  return [...versions].sort((a, b) => {
    const [[yearA, numberA], [yearB, numberB]] = [numbersOf(a.id), numbersOf(b.id)];
    return yearA - yearB || numberA - numberB;
  });
}

/** Whether a version holds for a period: the period ends on the version's first day or later. */
export function holdsFor({ from }: RuleVersion, period: Period): boolean {
  return from === undefined || startOf(from) <= endOf(period);
}

/** The id of the next version of a year. */
export function nextVersionId(versions: readonly RuleVersion[], year: number): string {
  const taken = versions.map(({ id }) => numbersOf(id)).filter(([of]) => of === year);
  return `${year}-${Math.max(0, ...taken.map(([, number]) => number)) + 1}`;
}
