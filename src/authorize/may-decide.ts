import { type Actor, unitsOf } from '../domain/people/actor.ts';

/** Whether the person may confirm and return this unit's values: the assessment office, or the unit's head (domain §1). */
export function mayDecide(actor: Actor, unit: string): boolean {
  return actor.roles.includes('assessment_office') || mayCorrect(actor, unit);
}

/** Whether the person may put another value in a reported one's place: the unit's head (domain §1). */
export function mayCorrect(actor: Actor, unit: string): boolean {
  return actor.roles.includes('unit_head') && unitsOf(actor).includes(unit);
}
