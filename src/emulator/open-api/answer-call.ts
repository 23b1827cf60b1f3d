import type { Request, RequestHandler, Response } from 'express';
import type { CallFault } from '../faults.ts';
import { checkAppLimit, rateRefusal } from './app-limit.ts';
import type { ApiCall, CallName } from './call-log.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

/** What a call comes to. */
type Worked = { readonly fields: object; readonly repeated?: boolean } | { readonly bytes: Buffer };

/** One API of the platform. */
export interface Call {
  readonly name: CallName;
  /** The token endpoint itself needs none. */
  readonly open?: boolean;
  /** The fields beside `code` and `msg`, or a file's bytes. */
  work(request: Request): Worked;
}

type Outcome = Pick<ApiCall, 'status' | 'code' | 'message' | 'repeated'>;

const cut: Outcome = { status: 0, code: -1, message: '没有应答', repeated: false };

/** What the log may keep of a request: everything but the secret and a file's bytes. */
function askedIn({ params, query, body }: Request): unknown {
  const { app_secret, file, ...rest } = Object(body) as Record<string, unknown>;
  return { ...params, ...query, ...rest, ...(app_secret === undefined ? {} : { app_secret: '…' }) };
}

function refuse(res: Response, refusal: Refusal): Outcome {
  const { code, status, headers, message } = refusal;
  res
    .status(status)
    .set(headers)
    .json({ code, msg: message, error: { log_id: `emulated-${Date.now()}` } });
  return { status, code, message, repeated: false };
}

/** A fault that strikes before anything happens; undefined when the call is to go on. */
function strikeBefore(res: Response, fault: CallFault | undefined): Outcome | undefined {
  const kind = fault?.kind;
  if (kind === 'limited') return refuse(res, rateRefusal(50, fault?.resetSeconds ?? 1));
  if (kind === 'refused')
    return refuse(res, new Refusal(fault?.code ?? 230001, fault?.message ?? 'refused by a fault'));
  if (kind === '500') return refuse(res, new Refusal(5000, 'internal error', { status: 500 }));
  if (kind === '502') {
    res
      .status(502)
      .type('html')
      .send('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>');
    return { status: 502, code: -1, message: '502 Bad Gateway', repeated: false };
  }
  if (kind === 'reset_before') res.socket?.resetAndDestroy();
  return kind === 'hang' || kind === 'reset_before' ? cut : undefined;
}

function answer(platform: Platform, call: Call, exchange: { req: Request; res: Response }): Outcome {
  const { req, res } = exchange;
  const { name } = call;
  const isFaulty = name === 'send' || name === 'reply' || name === 'update' || name === 'token';
  const fault = isFaulty ? platform.faults.takeForCall(name) : undefined;
  const struck = strikeBefore(res, fault);
  if (struck) return struck;
  if (!call.open) platform.tokens.check(req.get('authorization'));
  checkAppLimit(platform, name);
  const worked = call.work(req);
  const repeated = 'fields' in worked && (worked.repeated ?? false);
  if (fault?.kind === 'reset_after') res.socket?.resetAndDestroy();
  else if (fault?.kind !== 'hang_after') {
    if ('bytes' in worked) res.type('application/octet-stream').send(worked.bytes);
    else res.json({ code: 0, msg: 'success', ...worked.fields });
  }
  return fault ? { ...cut, repeated } : { status: 200, code: 0, message: 'success', repeated };
}

/** The express side of one call: fault, token, app limit, work, and a line in the call log. */
export function answerCall(platform: Platform, call: Call): RequestHandler {
  return (req, res) => {
    const note = (outcome: Outcome) =>
      platform.calls.add({ at: platform.clock.now(), name: call.name, asked: askedIn(req), ...outcome });
    try {
      note(answer(platform, call, { req, res }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      note(refuse(res, error));
    }
  };
}
