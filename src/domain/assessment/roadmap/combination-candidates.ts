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
  const found: Candidate[] = [];
  const keep = (together: readonly Priced[]) => {
    const bound = boundOf(pricing, together);
    if (bound <= limit) found.push({ lists: together.map(({ list }) => list), bound });
  };
  for (const [first, second, thirds] of pairsOf(pricing, priced)) {
    keep([first, second]);
    for (const third of thirds) keep([first, second, third]);
  }
  return found.sort((a, b) => a.bound - b.bound);
}

/** All pairs of different indicators, each with the lists after it that may be a third. */
function* pairsOf(
  pricing: Pricing,
  priced: readonly Priced[],
): Generator<[Priced, Priced, readonly Priced[]], void> {
  const leasts = leastOf(priced);
  for (const [at, first] of priced.entries()) {
    for (const [further, second] of priced.slice(at + 1).entries()) {
      if (second.list.course === first.list.course) continue;
      const kinds = leasts.filter((third) => boundOf(pricing, [first, second, third]) <= pricing.limit);
      const moving = new Set(kinds.map(({ list }) => list.moving));
      const after = moving.size === 0 ? [] : priced.slice(at + further + 2);
      const thirds = after.filter(
        ({ list }) => moving.has(list.moving) && list.course !== second.list.course,
      );
      yield [first, second, thirds];
    }
  }
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

function boundOf({ measuring, worths, limit }: Pricing, [first, second, third]: readonly Priced[]): number {
  if (!first || !second) return Number.POSITIVE_INFINITY;
  const moving = Number(first.list.moving) + Number(second.list.moving) + Number(third?.list.moving ?? false);
  const need = measuring.need - hiddenGain(measuring, moving) - measuring.error;
  if (first.most + second.most + (third?.most ?? 0) < need) return Number.POSITIVE_INFINITY;
  let bound = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < worths.length && bound <= limit; at += 1) {
    const beside = (first.lows[at] ?? 0) + (second.lows[at] ?? 0) + (third ? (third.lows[at] ?? 0) : 0);
    bound = Math.max(bound, (worths[at] ?? 0) * need + beside);
  }
  return bound;
}
