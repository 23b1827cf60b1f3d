import type { Book } from '../domain/assessment/scoring/book.ts';
import { type Actor, type Place, unitsOf } from '../domain/people/actor.ts';
import { privateSight } from './ranking-sight.ts';

interface Read {
  readonly indicator: string;
  readonly unit: string;
}

function forceOf(book: Book, indicator: string) {
  return book.input.taskForces.find(({ indicators }) => indicators.includes(indicator));
}

/** Whether the person is of the office of the task force that answers for the indicator (domain §1). */
export function isOfIndicatorsOffice(book: Book, actor: Actor, indicator: string): boolean {
  if (!actor.cadre || !actor.roles.includes('task_force_office')) return false;
  return forceOf(book, indicator)?.office_contacts.includes(actor.cadre.id) === true;
}

/**
 * Whether a unit's raw value may be shown in the place (domain §8, issue 4 §5): a unit its own, a task force its units' on its indicators,
 * the leaders and those who see everything all; nobody else any.
 */
export function mayReadValue(
  book: Book,
  { actor, place }: { actor: Actor; place: Place },
  { indicator, unit }: Read,
): boolean {
  if (place.type === 'group') {
    if (place.kind === 'leaders') return true;
    if (place.kind === 'unit') return place.of === unit;
    const force = forceOf(book, indicator);
    return place.kind === 'task_force' && force?.id === place.of && force.members.includes(unit);
  }
  const sight = privateSight(actor);
  if (sight.kind === 'none') return false;
  return (
    sight.kind === 'all' || unitsOf(actor).includes(unit) || isOfIndicatorsOffice(book, actor, indicator)
  );
}
