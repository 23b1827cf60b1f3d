import type { Card } from '#cards/kit/card.ts';
import type { Place } from '../../domain/people/actor.ts';
import type { Reply } from '../../reply/reply.ts';

/** The choice of a unit, to the asker alone. */
export function chooseUnit(place: Place, card: Card): Reply {
  if (place.type === 'private') return { here: [{ card }] };
  return { privately: [{ card }], here: [{ text: '请在私聊里选一个单位。' }] };
}
