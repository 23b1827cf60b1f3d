import { epochMs, type Instant, instantOf } from './time.ts';

/** Where `context.now` comes from. Machine matters (timeouts, dedupe, pacing) use `Date.now()` instead. */
export interface Clock {
  now(): Instant;
}

/** The machine's own time, for production. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };

/** A clock that starts at a given instant, runs on at the machine's pace and can be moved forward; for the demonstration. */
export interface MovableClock extends Clock {
  /** Moves to a later instant; an earlier one is refused with a RangeError. */
  moveTo(instant: Instant): void;
}

/** Builds a movable clock that shows `start` now. */
export function movableClock(start: Instant): MovableClock {
  let offset = epochMs(start) - Date.now();
  const now = () => instantOf(Date.now() + offset);
  return {
    now,
    moveTo(instant) {
      if (instant < now()) throw new RangeError('the clock only moves forward');
      offset = epochMs(instant) - Date.now();
    },
  };
}
