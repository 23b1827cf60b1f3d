import { sealEvent } from '../../webhook/door/sign.ts';
import type { World } from '../open-api/platform.ts';
import type { PlatformEvent } from './event-body.ts';

/** What the webhook answered to one delivery. */
export type Delivery =
  | { readonly outcome: 'answered'; readonly status: number; readonly body: string; readonly tookMs: number }
  | { readonly outcome: 'timeout'; readonly tookMs: number }
  | { readonly outcome: 'unreachable'; readonly tookMs: number };

/** Where events go. */
export type Doorway = Pick<World, 'credentials' | 'limits'> & { readonly webhookUrl: () => string };

/** Seals an event and posts it once, waiting no longer than the platform does. */
export async function postEvent(doorway: Doorway, event: PlatformEvent): Promise<Delivery> {
  const { encryptKey } = doorway.credentials;
  const { headers, body } = sealEvent({ encryptKey, body: event.body, nowMs: Date.now() });
  const started = Date.now();
  const tookMs = () => Date.now() - started;
  try {
    const signal = AbortSignal.timeout(doorway.limits.answerMs);
    const response = await fetch(doorway.webhookUrl(), {
      method: 'POST',
      headers,
      body,
      signal,
      redirect: 'manual',
    });
    return { outcome: 'answered', status: response.status, body: await response.text(), tookMs: tookMs() };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return late ? { outcome: 'timeout', tookMs: tookMs() } : { outcome: 'unreachable', tookMs: tookMs() };
  }
}
