import type { EventKind } from '../../shared/measure.ts';

const kinds = new Map<string, EventKind>([
  ['im.message.receive_v1', 'message'],
  ['card.action.trigger', 'click'],
  ['contact.user.deleted_v3', 'departure'],
  ['contact.user.updated_v3', 'departure'],
]);

/** The kind of a platform event by its type. */
export function eventKind(type: string): EventKind {
  return kinds.get(type) ?? 'other';
}
