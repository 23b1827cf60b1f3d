/** The next of a sequence of numbers in [0, 1). */
export type Draw = () => number;

export const whole = (g: Draw, min: number, max: number): number => min + Math.floor(g() * (max - min + 1));

export function pick<T>(g: Draw, choices: readonly T[]): T {
  const chosen = choices[whole(g, 0, choices.length - 1)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

export const chance = (g: Draw, percent: number): boolean => whole(g, 1, 100) <= percent;

/** Few distinct values, so that ties, edges and thresholds are met often; now and then one with many digits. */
export function decimal(g: Draw, min: number, max: number): string {
  if (chance(g, 5))
    return `${whole(g, Math.max(min, 1), max)}.${pick(g, ['00000000000000000001', '33333333333333333333', '5'])}`;
  const tenths = whole(g, min * 2, max * 2) * 5;
  const sign = tenths < 0 ? '-' : '';
  return `${sign}${Math.floor(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}${pick(g, ['', '0'])}`;
}

/** Mulberry32: the same numbers for the same seed. */
export function sequence(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
