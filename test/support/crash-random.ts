/** Random choices that a seed repeats (mulberry32). */
export class Chance {
  readonly seed: number;
  #state: number;

  constructor(seed: number) {
    this.seed = seed;
    this.#state = seed >>> 0;
  }

  /** In [0, below). */
  number(below = 1): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below;
  }

  /** True with that probability. */
  strikes(probability: number): boolean {
    return this.number() < probability;
  }

  /** One of a list that is not empty. */
  one<T>(of: readonly T[]): T | undefined {
    return of[Math.floor(this.number(of.length))];
  }

  /** The same in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, rank: this.number() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }
}
