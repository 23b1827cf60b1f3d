import type { Place } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';

/** Whether a brief may be shown in the place: alone, or among leaders. */
export function briefFits(place: Place): boolean {
  return place.type === 'private' || place.kind === 'leaders';
}

/** Throws `not_allowed` where a brief may not be shown. */
export function checkBriefPlace(place: Place): void {
  if (!briefFits(place)) throw errors.notAllowed('简报只在私聊和领导群里看', '请在私聊里发送 /简报');
}
