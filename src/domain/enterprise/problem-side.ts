import { type Actor, unitsOf } from '../people/actor.ts';
import type { Problem } from './problem.ts';

/** What a person is to a problem. `handler` is the assigned cadre and the assigned unit's head; `colleague` the unit's other cadres, who only read. */
export type ProblemSide = 'desk' | 'handler' | 'colleague' | 'entrepreneur';

type Placed = Pick<Problem, 'enterprise' | 'unit' | 'handler'>;

function isHandler(actor: Actor, { unit, handler }: Placed): boolean {
  if (!actor.cadre || unit === null) return false;
  const heads = actor.roles.includes('unit_head') && unitsOf(actor).includes(unit);
  return actor.cadre.id === handler || heads;
}

/** Every side the person has; none means that the problem does not exist for them (deny by default, domain §1). */
export function sidesOf(actor: Actor, problem: Placed): ProblemSide[] {
  const sides: ProblemSide[] = [];
  if (actor.cadre && actor.roles.includes('enterprise_desk')) sides.push('desk');
  if (isHandler(actor, problem)) sides.push('handler');
  else if (problem.unit !== null && unitsOf(actor).includes(problem.unit)) sides.push('colleague');
  if (actor.roles.includes('entrepreneur') && actor.enterprise === problem.enterprise) {
    sides.push('entrepreneur');
  }
  return sides;
}

/** Whether they may see who to call: only those who handle the case (domain §7). */
export function maySeeContact(sides: readonly ProblemSide[]): boolean {
  return sides.includes('desk') || sides.includes('handler');
}
