import type { Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import { createLane, type Entry, enter, isHeld, type Lane, laneKey, nextTurn, type Turn } from './lane.ts';
import { createPace, type OutboxPace, type Pace } from './pace.ts';

/** Either a turn to take now, or how long until there may be one (Infinity: nothing waits for time). */
export type Next = { readonly lane: Lane; readonly turn: Turn } | { readonly waitMs: number };

/** Everything that waits, by lane: a stuck lane does not hold up the others, and none is served twice before the others had their turn. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  /** The lanes that hold something, who came first before who came later. */
  readonly #waiting = new Set<Lane>();
  readonly #known = new Set<string>();
  readonly #pace: OutboxPace;
  readonly #app: Pace;
  #appWaitUntilMs = 0;

  constructor(pace: OutboxPace) {
    this.#pace = pace;
    this.#app = createPace([
      { limit: pace.perAppPerSecond, perMs: 1000 },
      { limit: pace.perAppPerMinute, perMs: 60_000 },
    ]);
  }

  /** How many documents wait. */
  get size(): number {
    return this.#known.size;
  }

  /** Takes in queued documents in their order; those that are known stay where they are. */
  add(docs: readonly Doc<'outbox'>[]): void {
    for (const doc of docs) {
      if (this.#known.has(doc.id)) continue;
      this.#known.add(doc.id);
      this.#enter(this.#laneFor(doc), { id: doc.id, seq: doc.seq, notBefore: doc.not_before });
    }
  }

  /** Who may go now. */
  next(now: Instant, machineMs: number): Next {
    const appMs = Math.max(this.#appWaitUntilMs - machineMs, this.#app.waitMs(machineMs));
    if (appMs > 0) return { waitMs: appMs };
    let soonest = Number.POSITIVE_INFINITY;
    for (const lane of this.#waiting) {
      const turn = lane.busy || lane.blocked ? undefined : nextTurn(lane, now);
      if (!turn) continue;
      const waitMs = Math.max(lane.waitUntilMs - machineMs, lane.pace.waitMs(machineMs));
      if (waitMs <= 0) return { lane, turn };
      soonest = Math.min(soonest, waitMs);
    }
    return { waitMs: soonest };
  }

  /** Counts a start against the paces; the lane goes to the end of the round. */
  take(lane: Lane, machineMs: number): void {
    this.#app.take(machineMs);
    lane.pace.take(machineMs);
    lane.busy = true;
    this.#waiting.delete(lane);
    this.#waiting.add(lane);
  }

  /** Leaves out what is settled, and wakes the updates that waited for it. */
  settled(lane: Lane, { entry, superseded }: Turn): void {
    const gone = new Set([entry, ...superseded].map(({ id }) => id));
    lane.entries = lane.entries.filter(({ id }) => !gone.has(id));
    if (lane.entries.length === 0) this.#waiting.delete(lane);
    for (const id of gone) this.#known.delete(id);
    const updates = this.#lanes.get(laneKey({ type: 'update', of: entry.id }));
    if (updates) updates.blocked = false;
  }

  /** Another document takes the place of one that is settled, before what came after it. */
  putInPlace(lane: Lane, { entry }: Turn, id: string): void {
    if (this.#known.has(id)) return;
    this.#known.add(id);
    this.#enter(lane, { ...entry, id });
  }

  /** Lets updates wait for their original, unless it was settled in the meantime. */
  block(lane: Lane): void {
    lane.blocked = lane.of !== undefined && this.#known.has(lane.of);
  }

  /** Holds all lanes until then, since the platform told the app to wait. */
  holdAll(untilMs: number): void {
    this.#appWaitUntilMs = Math.max(this.#appWaitUntilMs, untilMs);
  }

  /** Forgets lanes that hold nothing and owe no wait. */
  tidy(machineMs: number): void {
    for (const lane of this.#lanes.values()) {
      const empty = lane.entries.length === 0 && !lane.busy && lane.waitUntilMs <= machineMs;
      if (empty && lane.pace.waitMs(machineMs) === 0) this.#lanes.delete(lane.key);
    }
  }

  /** Whether nothing waits but what is held back, and what waits for such. */
  isQuiet(now: Instant): boolean {
    return [...this.#waiting].every(
      (lane) => !lane.busy && (lane.blocked || lane.entries.every((entry) => isHeld(entry, now))),
    );
  }

  #enter(lane: Lane, entry: Entry): void {
    enter(lane, entry);
    this.#waiting.add(lane);
  }

  #laneFor({ target }: Doc<'outbox'>): Lane {
    const key = laneKey(target);
    const found = this.#lanes.get(key);
    if (found) return found;
    const of = target.type === 'update' ? target.of : undefined;
    const limit = of === undefined ? this.#pace.perChatPerSecond : this.#pace.perMessagePerSecond;
    const lane = createLane({ key, of, window: { limit, perMs: 1000 } });
    this.#lanes.set(key, lane);
    return lane;
  }
}
