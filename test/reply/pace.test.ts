import { describe, expect, it } from 'vitest';
import { createPace, defaultPace, type PaceWindow } from '#src/reply/outbox/pace.ts';

/** Starts as early as the pace allows, so many times. */
function startsUnder(windows: readonly PaceWindow[], count: number): number[] {
  const pace = createPace(windows);
  let now = 1_000_000;
  return Array.from({ length: count }, () => {
    now += pace.waitMs(now);
    pace.take(now);
    return now;
  });
}

const most = (starts: readonly number[], ms: number) =>
  Math.max(...starts.map((start) => starts.filter((other) => other >= start && other < start + ms).length));

describe('a pace', () => {
  it('lets no stretch of time hold more starts than its limit, also across a seam', () => {
    const starts = startsUnder([{ limit: 4, perMs: 1000 }], 40);
    expect(most(starts, 1000)).toBe(4);
    expect(starts.at(-1)).toBe(1_009_000);
  });

  it('keeps within the app’s limits a second and a minute', () => {
    const { perAppPerSecond, perAppPerMinute } = defaultPace;
    const starts = startsUnder(
      [
        { limit: perAppPerSecond, perMs: 1000 },
        { limit: perAppPerMinute, perMs: 60_000 },
      ],
      2000,
    );
    expect(most(starts, 1000)).toBe(45);
    expect(most(starts, 60_000)).toBe(950);
  });

  it('does not wait for a machine clock that was set back', () => {
    const pace = createPace([{ limit: 1, perMs: 1000 }]);
    pace.take(5_000_000);
    expect(pace.waitMs(1_000_000)).toBe(0);
  });
});
