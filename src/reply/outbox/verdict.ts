import { PlatformError } from '../../feishu/feishu.ts';
import type { Doc } from '../../store/collections.ts';
import { isUpdate } from '../shown-cards.ts';
import { isCardRefused, isQuotedGone, refusalWords } from './refusal-words.ts';

/** The platform honours a uuid for an hour; ten minutes are kept in hand (design §5). */
const uuidMs = 50 * 60 * 1000;
/** So far a clock may be put right without a doubt: a part of the ten minutes in hand. */
const clockErrorMs = 5 * 60 * 1000;
/** Back-off doubles from one second up to five minutes; 30 tries then take about two hours. */
const firstWaitMs = 1000;
const longestWaitMs = 5 * 60 * 1000;
const mostTries = 30;

/** Why a document is given up: in words, by kind, and by the platform's code. */
export interface Parking extends Omit<NonNullable<Doc<'outbox'>['parked']>, 'at'> {
  readonly reason: string;
}

/** What is to be done with a document after a failed try. */
export type Verdict =
  /** `of`: whom the wait concerns; `nothingHappened`: the try certainly had no effect; `unquoted`: the message it answers is gone, so it goes to the chat without it. */
  | {
      readonly next: 'again';
      readonly waitMs: number;
      readonly of: 'lane' | 'app';
      readonly nothingHappened: boolean;
      readonly unquoted?: true;
    }
  | ({ readonly next: 'park' } & Parking);

/** Whether a uuid that was first used then is no longer sure to prevent a second message. An update may always be repeated. */
export function isUuidOver(doc: Doc<'outbox'>, machineMs: number): boolean {
  if (doc.first_tried_ms === null || isUpdate(doc)) return false;
  const age = machineMs - doc.first_tried_ms;
  // A clock that was put back no longer says how long ago it was.
  return age >= uuidMs || age < -clockErrorMs;
}

/** What parked messages of unknown outcome say. */
export const unknownOutcome: Parking = {
  reason: '结果不明：平台没有回应是否已送达，为避免重复不再自动发送',
  cause: 'unknown',
  code: null,
};

/** `random` in [0, 1): the wait is spread over the upper half of its length. */
function backOffMs(tries: number, random: () => number): number {
  const full = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 20));
  return Math.round(full * (0.5 + random() / 2));
}

interface Failure {
  readonly doc: Doc<'outbox'>;
  readonly error: unknown;
  readonly machineMs: number;
  readonly random: () => number;
}

function verdictOnRefusal(doc: Doc<'outbox'>, code: number): Verdict {
  if (doc.target.type === 'reply' && isQuotedGone(code)) {
    return { next: 'again', waitMs: 0, of: 'lane', nothingHappened: true, unquoted: true };
  }
  const reason = refusalWords(code);
  if (isCardRefused(code) && doc.kind === 'interactive' && !isUpdate(doc)) {
    return { next: 'park', reason: `${reason}，已改发文字`, cause: 'text_instead', code };
  }
  return { next: 'park', reason, cause: 'refused', code };
}

/** Decides by the kind of the failure (fact sheet §4.5). What is no `PlatformError` is our own bug: its outcome is unknown. */
export function verdictOn({ doc, error, machineMs, random }: Failure): Verdict {
  const kind = error instanceof PlatformError ? error.kind : 'unknown';
  const code = error instanceof PlatformError ? error.code : 0;
  if (kind === 'refused') return verdictOnRefusal(doc, code);
  const nothingHappened = kind !== 'unknown';
  if (kind === 'limited') {
    const asked = error instanceof PlatformError ? error.waitMs : 0;
    const waitMs = Math.max(asked, firstWaitMs) + Math.round(random() * 500);
    // 230020 is the chat's own limit (5 a second, shared with other bots); the others are the app's.
    return { next: 'again', waitMs, of: code === 230020 ? 'lane' : 'app', nothingHappened };
  }
  const waitMs = backOffMs(doc.attempts, random);
  if (isUuidOver(doc, machineMs + waitMs) && !nothingHappened) {
    return { next: 'park', ...unknownOutcome };
  }
  if (doc.attempts + 1 >= mostTries) {
    return {
      next: 'park',
      reason: `试了 ${mostTries} 次都没有成功（代码 ${code}）`,
      cause: 'tried_out',
      code,
    };
  }
  return { next: 'again', waitMs, of: 'lane', nothingHappened };
}
