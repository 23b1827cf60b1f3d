import type { WriteMeta } from '../store/document-store.ts';
import type { IncomingClick, IncomingMessage } from '../webhook/events/incoming.ts';
import type { PipelineDeps } from './deps.ts';

/** A payload's action is whatever was sent: an object may not even be made a text. */
function pressedWhat(action: unknown): string {
  return `press.${typeof action === 'string' ? action.slice(0, 60) : 'say'}`;
}

/** The head of an event's journal line. */
export function metaOf(deps: PipelineDeps, incoming: IncomingMessage | IncomingClick): WriteMeta {
  const message = incoming.kind === 'message';
  return {
    at: deps.clock.now(),
    who: message ? incoming.sender.open_id : incoming.operator.open_id,
    what: message ? 'say' : pressedWhat(incoming.value.action),
    event: message ? incoming.message : incoming.event,
  };
}
