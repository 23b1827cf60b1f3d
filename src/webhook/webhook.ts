import type http from 'node:http';
import { newReference } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import type { Instant } from '../shared/time.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { createClickDesk } from './click-desk.ts';
import { aesKeyOf } from './decrypt.ts';
import { faultOf } from './fault.ts';
import { createInbox } from './inbox.ts';
import type { IncomingClick, IncomingMessage } from './incoming.ts';
import { createLanes } from './lanes.ts';
import { normaliseClick } from './normalise-click.ts';
import { normaliseMessage } from './normalise-message.ts';
import type { Envelope } from './open-envelope.ts';
import { openRequest } from './open-request.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';
import { respond } from './respond.ts';
import { createWorkOff } from './work-off.ts';

/** Deadlines and pauses in ms; the defaults fit the platform, tests shorten them. */
export interface WebhookTimings {
  /** For reading a body. */
  readonly bodyMs: number;
  /** For answering a click; the platform waits 3 s (fact sheet §2.3). */
  readonly clickMs: number;
  /** Pauses before a failed message is tried again; as many tries more as there are pauses. */
  readonly retryMs: readonly number[];
}

/** What the webhook needs. */
export interface WebhookDeps {
  readonly encryptKey: string;
  readonly verificationToken: string;
  /** When given, events of other apps are refused. */
  readonly appId?: string;
  readonly store: DocumentStore;
  /** Epoch ms of the machine: freshness and the inbox do not follow `context.now`. */
  readonly machineMs: () => number;
  readonly contextNow: () => Instant;
  readonly log: Log;
  /** Messages (and, apart, clicks) that may wait at once; beyond it the platform is asked to repeat. */
  readonly maxQueue: number;
  readonly botOpenId: () => string | undefined;
  /** Handles one accepted message; its own transaction marks the inbox document done. */
  readonly onMessage: (message: IncomingMessage) => Promise<void>;
  /** Handles one click and returns the platform's answer body. */
  readonly onClick: (click: IncomingClick) => Promise<object>;
  readonly trace?: (stage: string, reference: string, detail: unknown) => void;
  readonly timings?: Partial<WebhookTimings>;
}

/** The way in. */
export interface Webhook {
  /** Takes one request with its body unread, before or inside express; answers it in any case, never throws. */
  handle(req: http.IncomingMessage, res: http.ServerResponse): void;
  /** Queues what was pending when the program ended; to be called once, before listening. */
  resume(): Promise<void>;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Answers 503 from now on and waits for what runs; what waits stays pending in the store. */
  close(): Promise<void>;
}

const maxBodyBytes = 1024 * 1024;
const chatsAtOnce = 16;
const defaultTimings: WebhookTimings = { bodyMs: 10_000, clickMs: 2_500, retryMs: [200, 1_000] };

function checkHead(req: http.IncomingMessage): void {
  if (req.method !== 'POST') throw new Refusal(405, 'method');
  if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')) throw new Refusal(415, 'type');
  if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Refusal(415, 'encoding');
}

/** Builds the webhook: verify, decrypt, normalise, remember, then 200 and the work behind it (fact sheet §1; measurements §1.3, §6). */
export function createWebhook(deps: WebhookDeps): Webhook {
  const { log, trace, maxQueue } = deps;
  const timings = { ...defaultTimings, ...deps.timings };
  const keys = { ...deps, aesKey: aesKeyOf(deps.encryptKey) };
  const lanes = createLanes(chatsAtOnce);
  const clicks = createClickDesk({ log, onClick: deps.onClick, limitMs: timings.clickMs });
  const inbox = createInbox(deps);
  const work = createWorkOff({
    inbox,
    lanes,
    log,
    onMessage: deps.onMessage,
    trace,
    retryMs: timings.retryMs,
  });
  let storing = 0;
  let closed = false;

  const takeMessage = async (envelope: Envelope): Promise<object> => {
    const message = normaliseMessage(envelope, { openId: deps.botOpenId(), machineMs: deps.machineMs() });
    if (!message) return {};
    // The platform repeats what gets no 200 (fact sheet §1.6): better later than piled up here.
    if (lanes.size() + storing >= maxQueue) throw new Refusal(503, 'queue full');
    storing += 1;
    try {
      const isNew = await inbox.accept(message);
      if (isNew) work.add(message);
      trace?.(isNew ? 'event' : 'repeated', message.message, message);
    } finally {
      storing -= 1;
    }
    return {};
  };

  const takeClick = (envelope: Envelope): Promise<object> => {
    const click = normaliseClick(envelope);
    if (clicks.size() >= maxQueue) throw new Refusal(503, 'queue full');
    trace?.('event', click.event, click);
    return clicks.answer(click);
  };

  const takers: Record<string, (envelope: Envelope) => Promise<object>> = {
    'im.message.receive_v1': takeMessage,
    'card.action.trigger': takeClick,
  };

  const bodyFor = async (req: http.IncomingMessage): Promise<object> => {
    if (closed) throw new Refusal(503, 'closing');
    checkHead(req);
    const body = await readBody(req, { bytes: maxBodyBytes, ms: timings.bodyMs });
    const opened = openRequest(keys, { headers: req.headers, body, machineMs: deps.machineMs() });
    if (opened.challenge) return opened.challenge;
    const { event_type } = opened.envelope.header;
    return Object.hasOwn(takers, event_type) ? (takers[event_type]?.(opened.envelope) ?? {}) : {};
  };

  const refuse = (req: http.IncomingMessage, res: http.ServerResponse, error: unknown) => {
    const reference = newReference();
    // Anything unforeseen is answered 503, so that the platform repeats instead of believing it delivered.
    const { status, reason } = error instanceof Refusal ? error : { status: 503, reason: 'unexpected' };
    const fault = error instanceof Refusal ? {} : { fault: faultOf(error) };
    log[status === 503 ? 'error' : 'warn']({ reference, status, reason, ...fault }, 'webhook refused');
    trace?.('refused', reference, { status, reason });
    const headers = status === 405 ? { allow: 'POST' } : {};
    respond(req, res, { status, body: { reference }, headers });
  };

  return {
    handle(req, res) {
      bodyFor(req)
        .then((body) => respond(req, res, { status: 200, body }))
        .catch((error: unknown) => refuse(req, res, error));
    },
    resume: () => work.resume(),
    async idle() {
      await Promise.all([lanes.idle(), clicks.idle()]);
    },
    async close() {
      closed = true;
      work.stop();
      await Promise.all([lanes.idle(), clicks.idle()]);
    },
  };
}
