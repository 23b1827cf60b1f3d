import type { TimedTraceEntry, TraceFeed } from '../emulator/emulator.ts';
import type { Clock } from '../shared/clock.ts';
import type { Trace } from '../shared/trace.ts';

const kept = 300;

/** The product's stages, kept for the emulator's side panel. */
export function createTraceFeed(clock: Clock): TraceFeed & { readonly trace: Trace } {
  const entries: TimedTraceEntry[] = [];
  const listeners = new Set<(entry: TimedTraceEntry) => void>();
  return {
    trace(entry) {
      const timed = { ...entry, at: clock.now() };
      entries.push(timed);
      if (entries.length > kept) entries.shift();
      for (const listener of listeners) listener(timed);
    },
    recent: () => [...entries],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
