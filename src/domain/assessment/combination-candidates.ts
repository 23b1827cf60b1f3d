import { hiddenGain, type List, lowest, type Measuring } from './combination-list.ts';

/** Two or three lists of different indicators, with a cost below which nothing is found in them. */
export interface Candidate {
  readonly lists: readonly List[];
  readonly bound: number;
}

const worths = 24;
/** From a twelfth to twelve times the worth that is looked around. */
const widestExponent = 2.5;

interface Priced {
  readonly list: List;
  /** What it costs at least after its gains are paid for, for each worth. */
  readonly lows: Float64Array;
  readonly most: number;
}

interface Pricing {
  readonly measuring: Measuring;
  readonly worths: readonly number[];
  readonly limit: number;
}

/** All that may hold something below the limit, the lowest bound first. */
export function candidatesOf(
  measuring: Measuring,
  lists: readonly List[],
  { around, limit }: { around: number; limit: number },
): Candidate[] {
  const grid = Array.from({ length: worths }, (_, at) => {
    return around * Math.exp(widestExponent * ((2 * at) / (worths - 1) - 1));
  });
  const pricing = { measuring, worths: grid, limit };
  const priced = lists.map((list) => ({
    list,
    lows: Float64Array.from(grid, (worth) => lowest(list, worth)),
    most: list.reach.at(-1) ?? 0,
  }));
  const leasts = leastOf(priced);
  const found: Candidate[] = [];
  for (const [at, first] of priced.entries()) {
    for (let next = at + 1; next < priced.length; next += 1) {
      const second = priced[next];
      if (!second || second.list.course === first.list.course) continue;
      found.push(...candidate(pricing, [first, second]));
      if (isHopeless(pricing, [first, second], leasts)) continue;
      for (let last = next + 1; last < priced.length; last += 1) {
        const third = priced[last];
        if (!third || third.list.course === second.list.course) continue;
        found.push(...candidate(pricing, [first, second, third]));
      }
    }
  }
  return found.sort((a, b) => a.bound - b.bound);
}

/** The least of all lists, as if one list had them, of those that move somebody ahead and of the others. */
function leastOf(priced: readonly Priced[]): Priced[] {
  return [false, true].flatMap((moving) => {
    const same = priced.filter(({ list }) => list.moving === moving);
    const [first] = same;
    if (!first) return [];
    const lows = first.lows.map((_, at) => Math.min(...same.map((each) => each.lows[at] ?? 0)));
    return [{ list: first.list, lows, most: Math.max(...same.map(({ most }) => most)) }];
  });
}

/** Whether no third list could be enough below the limit. */
function isHopeless(pricing: Pricing, pair: readonly Priced[], leasts: readonly Priced[]): boolean {
  return leasts.every((third) => boundOf(pricing, [...pair, third]) > pricing.limit);
}

function candidate(pricing: Pricing, priced: readonly Priced[]): Candidate[] {
  const bound = boundOf(pricing, priced);
  return bound > pricing.limit ? [] : [{ lists: priced.map(({ list }) => list), bound }];
}

function boundOf({ measuring, worths, limit }: Pricing, priced: readonly Priced[]): number {
  let [moving, most] = [0, 0];
  for (const each of priced) {
    if (each.list.moving) moving += 1;
    most += each.most;
  }
  const need = measuring.need - hiddenGain(measuring, moving) - measuring.error;
  if (most < need) return Number.POSITIVE_INFINITY;
  let bound = Number.NEGATIVE_INFINITY;
  for (const [at, worth] of worths.entries()) {
    let cost = worth * need;
    for (const { lows } of priced) cost += lows[at] ?? 0;
    if (cost > bound) bound = cost;
    if (bound > limit) return bound;
  }
  return bound;
}
