/** Remembers which uuid made which message, for an hour of machine time (fact sheet §4.2). */
export class UuidLedger {
  readonly #seen = new Map<string, { messageId: string; untilMs: number }>();
  readonly #keepMs: number;

  constructor(keepMs: number) {
    this.#keepMs = keepMs;
  }

  /** The message an uuid has made, if it is still remembered. */
  messageOf(uuid: string | undefined): string | undefined {
    const entry = uuid === undefined ? undefined : this.#seen.get(uuid);
    return entry && entry.untilMs > Date.now() ? entry.messageId : undefined;
  }

  remember(uuid: string | undefined, messageId: string): void {
    if (uuid === undefined) return;
    const now = Date.now();
    for (const [old, { untilMs }] of this.#seen) {
      if (untilMs > now) break;
      this.#seen.delete(old);
    }
    this.#seen.set(uuid, { messageId, untilMs: now + this.#keepMs });
  }
}
