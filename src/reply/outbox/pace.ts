/** How fast messages may start. The platform allows 5 a second per chat, person and message, 50 a second and 1,000 a minute per app (fact sheet §4.2). */
export interface OutboxPace {
  readonly perChatPerSecond: number;
  readonly perMessagePerSecond: number;
  readonly perAppPerSecond: number;
  readonly perAppPerMinute: number;
}

/** Below the platform's limits, since its windows are not ours. */
export const defaultPace: OutboxPace = {
  perChatPerSecond: 4,
  perMessagePerSecond: 4,
  perAppPerSecond: 45,
  perAppPerMinute: 950,
};

/** How many starts are allowed in any stretch of time. */
export interface PaceWindow {
  readonly limit: number;
  readonly perMs: number;
}

/** Counts starts so that no window ever holds more than its limit: stricter than a token bucket, which may pass twice its size at a seam. */
export interface Pace {
  /** Milliseconds until the next start is allowed, 0 for now. */
  waitMs(nowMs: number): number;
  take(nowMs: number): void;
}

/** Builds a pace that keeps within all of its windows. */
export function createPace(windows: readonly PaceWindow[]): Pace {
  const longestMs = Math.max(...windows.map(({ perMs }) => perMs));
  let starts: number[] = [];
  /** Where those begin that are not too old to count; what lies before is cut off now and then. */
  let from = 0;
  const forgetOld = (nowMs: number) => {
    // A machine clock that was set back must not hold messages until it has caught up.
    if ((starts.at(-1) ?? 0) > nowMs) starts = [];
    while (from < starts.length && (starts[from] ?? nowMs) <= nowMs - longestMs) from += 1;
    if (from < starts.length / 2) return;
    starts = starts.slice(from);
    from = 0;
  };
  return {
    waitMs(nowMs) {
      forgetOld(nowMs);
      const waits = windows.map(({ limit, perMs }) => {
        const blocking = starts.length - from < limit ? undefined : starts.at(-limit);
        return blocking === undefined ? 0 : blocking + perMs - nowMs;
      });
      return Math.max(0, ...waits);
    },
    take(nowMs) {
      starts.push(nowMs);
    },
  };
}
