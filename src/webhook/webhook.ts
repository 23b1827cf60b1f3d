import type http from 'node:http';
import { faultOf } from '../shared/fault.ts';
import { newReference } from '../shared/ids.ts';
import { type EventKind, unmeasured } from '../shared/measure.ts';
import { clientAddress } from './door/client-address.ts';
import { aesKeyOf } from './door/decrypt.ts';
import { eventKind } from './door/event-kind.ts';
import { createOpenAnswers } from './door/open-answers.ts';
import { openRequest } from './door/open-request.ts';
import { readBody } from './door/read-body.ts';
import { Refusal } from './door/refusal.ts';
import { respond } from './door/respond.ts';
import { createReception } from './reception.ts';
import type { WebhookDeps, WebhookTimings } from './webhook-deps.ts';

/** The way in. */
export interface Webhook {
  /** Takes one request with its body unread, before or inside express; answers it in any case, never throws. */
  handle(req: http.IncomingMessage, res: http.ServerResponse): void;
  /** Queues what was pending when the program ended; to be called once, before listening. */
  resume(): Promise<void>;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Answers 503 from now on and waits for what runs and for its answers; what waits stays pending in the store. */
  close(): Promise<void>;
}

/** Bytes of a body that are read; a proxy before it should have the same limit (`data/deploy/nginx.conf`). */
export const maxBodyBytes = 1024 * 1024;
const defaultTimings: WebhookTimings = { bodyMs: 10_000, clickMs: 2_500, retryMs: [200, 1_000] };

function checkHead({ method, headers }: http.IncomingMessage): void {
  if (method !== 'POST') throw new Refusal(405, 'method');
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) throw new Refusal(415, 'type');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new Refusal(415, 'encoding');
}

/** What one request turned out to be, for the figures. */
interface Seen {
  readonly sinceMs: number;
  kind: EventKind;
}

function createMeter({ measured = unmeasured }: WebhookDeps) {
  return ({ kind, sinceMs }: Seen, status: number) => {
    const ms = performance.now() - sinceMs;
    measured({ of: 'acknowledged', kind, status, ms });
    if (status !== 200) measured({ of: 'refused', code: `http_${status}` });
    else if (kind === 'click') measured({ of: 'answered', kind, ms });
  };
}

function createRefuser({ log, trace }: WebhookDeps) {
  return (req: http.IncomingMessage, res: http.ServerResponse, error: unknown) => {
    const reference = newReference();
    // Anything unforeseen is answered 503, so that the platform repeats instead of believing it delivered.
    const { status, reason } = error instanceof Refusal ? error : { status: 503, reason: 'unexpected' };
    const fault = error instanceof Refusal ? {} : { fault: faultOf(error) };
    const about = { reference, status, reason, from: clientAddress(req), ...fault };
    log[status === 503 ? 'error' : 'warn'](about, 'webhook refused');
    trace?.('refused', reference, { status, reason });
    respond(req, res, { status, body: { reference }, headers: status === 405 ? { allow: 'POST' } : {} });
    return status;
  };
}

/** Builds the webhook: verify, decrypt, normalise, remember, then 200 and the work behind it (fact sheet §1; measurements §1.3, §6). */
export function createWebhook(deps: WebhookDeps): Webhook {
  const timings = { ...defaultTimings, ...deps.timings };
  const keys = { ...deps, aesKey: aesKeyOf(deps.encryptKey) };
  const reception = createReception(deps, timings);
  const refuse = createRefuser(deps);
  const meter = createMeter(deps);
  const answers = createOpenAnswers();
  let closed = false;
  const refuseClosed = () => {
    if (closed) throw new Refusal(503, 'closing');
  };
  const answerTo = async (req: http.IncomingMessage, seen: Seen): Promise<object> => {
    refuseClosed();
    checkHead(req);
    const body = await readBody(req, { bytes: maxBodyBytes, ms: timings.bodyMs });
    refuseClosed();
    const opened = openRequest(keys, { headers: req.headers, body, machineMs: deps.machineMs() });
    if (opened.challenge) return opened.challenge;
    seen.kind = eventKind(opened.envelope.header.event_type);
    return reception.take(opened.envelope);
  };
  return {
    handle(req, res) {
      const seen: Seen = { sinceMs: performance.now(), kind: 'other' };
      answers.add(res);
      answerTo(req, seen)
        .then((body) => {
          respond(req, res, { status: 200, body });
          meter(seen, 200);
        })
        .catch((error: unknown) => meter(seen, refuse(req, res, error)))
        // A socket or log that fails while refusing: nobody is left to be told.
        .catch(() => res.destroy());
    },
    resume: () => reception.resume(),
    idle: () => reception.idle(),
    async close() {
      closed = true;
      reception.stop();
      await reception.idle();
      await answers.none();
    },
  };
}
