import { referenceOf } from '../shared/ids.ts';
import { createClickDesk } from './click-desk.ts';
import type { Envelope } from './door/open-envelope.ts';
import { Refusal } from './door/refusal.ts';
import { normaliseClick } from './events/normalise-click.ts';
import { normaliseDeparture } from './events/normalise-departure.ts';
import { normaliseMessage } from './events/normalise-message.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import { createLanes } from './inbox/lanes.ts';
import { createWorkOff, type WorkOff } from './inbox/work-off.ts';
import type { WebhookDeps, WebhookTimings } from './webhook-deps.ts';

/** Takes verified events in. */
export interface Reception {
  /** The answer body of one event; rejects with a Refusal (400 malformed, 503 full) or with the store's error. */
  take(envelope: Envelope): Promise<object>;
  resume(): Promise<void>;
  /** Starts nothing more. */
  stop(): void;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
}

const chatsAtOnce = 16;

interface Taking {
  readonly deps: WebhookDeps;
  readonly inbox: Inbox;
  readonly work: WorkOff;
  readonly waiting: () => number;
  readonly refuseAbove: (waiting: number) => void;
}

/** Takes a message in: remembered once, and handled behind the answer. */
function messageTaker({ deps, inbox, work, waiting, refuseAbove }: Taking) {
  let storing = 0;
  return async (envelope: Envelope): Promise<object> => {
    const sinceMs = performance.now();
    const message = normaliseMessage(envelope, { openId: deps.botOpenId(), machineMs: deps.machineMs() });
    if (!message) return {};
    refuseAbove(waiting() + storing);
    let isNew = false;
    storing += 1;
    const taken = () => {
      isNew = true;
      storing -= 1;
      deps.trace?.('event', referenceOf(message.message), message);
      work.add(message, sinceMs);
    };
    try {
      await inbox.accept(message, taken);
    } finally {
      if (!isNew) storing -= 1;
    }
    if (!isNew) deps.trace?.('repeated', referenceOf(message.message), message);
    return {};
  };
}

/** Builds the reception: messages are remembered first and handled behind the answer, clicks are handled before it. */
export function createReception(deps: WebhookDeps, timings: WebhookTimings): Reception {
  const { log, trace, maxQueue } = deps;
  const lanes = createLanes(chatsAtOnce);
  const inbox = createInbox(deps);
  const clicks = createClickDesk({ ...deps, inbox, limitMs: timings.clickMs });
  const work = createWorkOff({
    inbox,
    lanes,
    log,
    onMessage: deps.onMessage,
    onGiveUp: deps.onGiveUp,
    resumeClick: (click) => clicks.resume(click),
    trace,
    retryMs: timings.retryMs,
  });
  // The platform repeats what gets no 200 (fact sheet §1.6): better later than piled up here.
  const refuseAbove = (waiting: number) => {
    if (waiting >= maxQueue) throw new Refusal(503, 'queue full');
  };
  const takeMessage = messageTaker({ deps, inbox, work, refuseAbove, waiting: () => lanes.size() });
  const takeClick = async (envelope: Envelope): Promise<object> => {
    const click = normaliseClick(envelope);
    refuseAbove(clicks.size());
    trace?.('event', referenceOf(click.event), click);
    return clicks.answer(click);
  };
  const takeDeparture = async (envelope: Envelope): Promise<object> => {
    const departure = normaliseDeparture(envelope);
    if (departure) await deps.onDeparture?.(departure);
    return {};
  };
  const takers = new Map([
    ['im.message.receive_v1', takeMessage],
    ['card.action.trigger', takeClick],
    ['contact.user.deleted_v3', takeDeparture],
    ['contact.user.updated_v3', takeDeparture],
  ]);
  return {
    // Other events are accepted without effect: refusing them would only have them repeated.
    take: async (envelope) => (await takers.get(envelope.header.event_type)?.(envelope)) ?? {},
    resume: () => work.resume(),
    stop: () => work.stop(),
    async idle() {
      await Promise.all([lanes.idle(), clicks.idle()]);
    },
  };
}
