/** Counts calls by key in a sliding window of machine time. */
export class RateWindow {
  readonly #times = new Map<string, number[]>();
  readonly #windowMs: number;
  readonly #limit: number;

  constructor(windowMs: number, limit: number) {
    this.#windowMs = windowMs;
    this.#limit = limit;
  }

  /** Counts one call; returns 0 when it fits, else the milliseconds until the next one would. A refused call is not counted. */
  take(key: string): number {
    const now = Date.now();
    const since = now - this.#windowMs;
    const times = (this.#times.get(key) ?? []).filter((time) => time > since);
    this.#forgetIdle(since);
    this.#times.set(key, times);
    const oldest = times[0];
    if (times.length >= this.#limit && oldest !== undefined) return oldest + this.#windowMs - now;
    times.push(now);
    return 0;
  }

  #forgetIdle(since: number): void {
    if (this.#times.size < 1000) return;
    for (const [key, times] of this.#times) {
      if ((times.at(-1) ?? 0) <= since) this.#times.delete(key);
    }
  }
}
