import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

/** The gateway's refusal, with the seconds to wait in its headers (fact sheet §4.6). */
export function rateRefusal(limit: number, resetSeconds: number): Refusal {
  return new Refusal(99991400, 'request trigger frequency limit', {
    status: 429,
    headers: { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(resetSeconds) },
  });
}

/** Refuses a call of one API beyond the app's calls a second or a minute. */
export function checkAppLimit({ perApp, limits }: Platform, api: string): void {
  const seconds = (waitMs: number) => Math.max(1, Math.ceil(waitMs / 1000));
  const secondWait = perApp.second.take(api);
  if (secondWait > 0) throw rateRefusal(limits.perAppPerSecond, seconds(secondWait));
  const minuteWait = perApp.minute.take(api);
  if (minuteWait > 0) throw rateRefusal(limits.perAppPerMinute, seconds(minuteWait));
}
