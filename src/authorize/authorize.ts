import type { Actor, Place } from '../domain/people/actor.ts';
import { errors, type StrongError } from '../shared/errors.ts';
import { type PermissionName, permissionOf, rolesInWords } from './permissions.ts';

/** Whether the actor holds the permission, wherever they are. */
export function holds(actor: Actor, name: PermissionName): boolean {
  const { roles } = permissionOf(name);
  return roles === 'anyone' || roles.some((role) => actor.roles.includes(role));
}

/** Whether the permission may be used in the place. */
export function fits(place: Place, name: PermissionName): boolean {
  return place.type === 'private' || permissionOf(name).where === 'anywhere';
}

const help = { text: '看我能做什么', say: '/help' };
const ticket = { text: '工单', say: '/ticket' };

/** Why the actor may not, who can, and what they can do instead. */
function refusal(name: PermissionName, actor: Actor): StrongError {
  const { roles, name: what } = permissionOf(name);
  const why = `您的身份不能${what}`;
  if (actor.roles.every((role) => role === 'entrepreneur'))
    return errors.notAllowed(why, '您可以提交诉求、查看诉求进展', [
      { text: '提交诉求', say: '/problem' },
      { text: '我的诉求', say: '/ticket' },
    ]);
  if (roles !== 'anyone' && roles.every((role) => role === 'entrepreneur'))
    return holds(actor, 'ticket')
      ? errors.notAllowed(`${why}，由企业办理`, '与您有关的诉求请看工单', [ticket])
      : errors.notAllowed(`${why}，由企业办理`, '诉求的受理和交办请联系企服专员', [help]);
  const who = roles === 'anyone' ? '' : rolesInWords(roles);
  return errors.notAllowed(why, `${who}可以${what.startsWith('查看') ? '查看' : '办理'}`, [help]);
}

/** Passes, or throws `not_allowed` (`unknown_person` for somebody not bound) with a sentence that says why and who can. */
export function authorize(name: PermissionName, actor: Actor, place: Place): void {
  if (!holds(actor, name)) throw actor.roles.length === 0 ? errors.unknownPerson() : refusal(name, actor);
  if (!fits(place, name))
    throw errors.notAllowed(`${permissionOf(name).name}只能在私聊里进行`, '请点机器人头像，在私聊里发送');
}
