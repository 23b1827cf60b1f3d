import type { Actor, Place } from '../domain/people/actor.ts';
import { roleNames } from '../domain/people/role.ts';
import { errors } from '../shared/errors.ts';
import { type PermissionName, permissionOf } from './permissions.ts';

/** Whether the actor holds the permission, wherever they are. */
export function holds(actor: Actor, name: PermissionName): boolean {
  const { roles } = permissionOf(name);
  return roles === 'anyone' || roles.some((role) => actor.roles.includes(role));
}

/** Whether the permission may be used in the place. */
export function fits(place: Place, name: PermissionName): boolean {
  return place.type === 'private' || permissionOf(name).where === 'anywhere';
}

/** Passes, or throws `not_allowed` (`unknown_person` for somebody not bound) with a sentence that says why and who can. */
export function authorize(name: PermissionName, actor: Actor, place: Place): void {
  const permission = permissionOf(name);
  if (!holds(actor, name)) {
    if (actor.roles.length === 0) throw errors.unknownPerson();
    const who = permission.roles === 'anyone' ? [] : permission.roles.map((role) => roleNames[role]);
    throw errors.notAllowed(`您的身份不能${permission.name}`, `${who.slice(0, 3).join('、')}可以办理`);
  }
  if (!fits(place, name))
    throw errors.notAllowed(`${permission.name}只能在私聊里进行`, '请点机器人头像，在私聊里发送');
}
