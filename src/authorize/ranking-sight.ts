import { type Actor, type Place, unitsOf } from '../domain/people/actor.ts';
import { seeAll } from './permissions.ts';

/** How much of a ranking may be shown (domain §8). */
export type RankingSight =
  | { readonly kind: 'all' }
  /** The first five, and two neighbours each side of these units. */
  | {
      readonly kind: 'top';
      readonly around: readonly string[];
      /** A cadre of a task force's office, who sees all of its units on its indicators (domain §1). */
      readonly office?: string;
    }
  /** Only this task force's units on its indicators. */
  | { readonly kind: 'task_force'; readonly of: string }
  | { readonly kind: 'none' };

/** What the person may be shown when nobody reads along. */
export function privateSight(actor: Actor): RankingSight {
  if (actor.roles.some((role) => seeAll.includes(role))) return { kind: 'all' };
  if (!actor.roles.some((role) => role !== 'entrepreneur')) return { kind: 'none' };
  const office = actor.roles.includes('task_force_office') && actor.cadre ? { office: actor.cadre.id } : {};
  return { kind: 'top', around: unitsOf(actor), ...office };
}

/** What may be shown in the place: in a group what the group is registered for, however high the asker ranks. */
export function rankingSight(actor: Actor, place: Place): RankingSight {
  if (place.type === 'private') return privateSight(actor);
  if (place.kind === 'leaders') return { kind: 'all' };
  if (place.kind === 'public_ranking') return place.full ? { kind: 'all' } : { kind: 'top', around: [] };
  if (place.kind === 'unit') return { kind: 'top', around: [place.of] };
  if (place.kind === 'task_force') return { kind: 'task_force', of: place.of };
  return { kind: 'none' };
}

/** The units whose whole working may be shown in the place. */
export function workingSight(actor: Actor, place: Place): 'all' | readonly string[] {
  const sight = rankingSight(actor, place);
  if (sight.kind === 'all') return place.type === 'private' || place.kind === 'leaders' ? 'all' : [];
  return sight.kind === 'top' ? sight.around : [];
}

/** Whether the whole working of a unit's score may be shown in the place. */
export function maySeeWorking(unit: string, actor: Actor, place: Place): boolean {
  const working = workingSight(actor, place);
  return working === 'all' || working.includes(unit);
}
