import type { Instant } from '../../shared/time.ts';
import type { Target } from '../../store/system-records.ts';
import { createPace, type Pace, type PaceWindow } from './pace.ts';

/** What memory keeps of a queued document: its place, never its content. */
export interface Entry {
  readonly id: string;
  readonly seq: number;
  readonly notBefore: Instant | null;
}

/** Messages that must go one after another: those of a chat, of a person, or the updates of one message. */
export interface Lane {
  readonly key: string;
  /** The document whose message this lane updates, undefined for new messages. */
  readonly of: string | undefined;
  readonly pace: Pace;
  /** By their order. */
  entries: Entry[];
  busy: boolean;
  /** Machine time before which nothing is tried (back-off, told to wait). */
  waitUntilMs: number;
  /** Updates whose original has not been sent: woken when it is. */
  blocked: boolean;
}

/** The key of a target's lane. */
export function laneKey(target: Target): string {
  if (target.type === 'update') return `update:${target.of}`;
  return target.type === 'person' ? `person:${target.person}` : `chat:${target.chat}`;
}

/** An empty lane. */
export function createLane(lane: Pick<Lane, 'key' | 'of'> & { readonly window: PaceWindow }): Lane {
  const { window, ...named } = lane;
  return { ...named, pace: createPace([window]), entries: [], busy: false, waitUntilMs: 0, blocked: false };
}

/** Adds an entry at its place. */
export function enter(lane: Lane, entry: Entry): void {
  lane.entries.push(entry);
  const before = lane.entries.at(-2);
  if (before && before.seq > entry.seq) lane.entries.sort((a, b) => a.seq - b.seq);
}

/** What may go next in a lane, and the older updates that it makes needless. */
export interface Turn {
  readonly entry: Entry;
  readonly superseded: readonly Entry[];
}

/** Whether the entry is held back by quiet hours at an instant of `context.now`. */
export function isHeld({ notBefore }: Entry, now: Instant): boolean {
  return notBefore !== null && notBefore > now;
}

/** The next of the lane, leaving out what is held back: that must not hold up what people ask for meanwhile. */
export function nextTurn(lane: Lane, now: Instant): Turn | undefined {
  if (lane.of !== undefined) {
    const newest = lane.entries.at(-1);
    return newest && { entry: newest, superseded: lane.entries.slice(0, -1) };
  }
  const entry = lane.entries.find((candidate) => !isHeld(candidate, now));
  return entry && { entry, superseded: [] };
}
