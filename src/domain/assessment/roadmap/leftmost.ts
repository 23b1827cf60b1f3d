/** A search for the fewest steps. */
export interface Search<P> {
  readonly first: bigint;
  readonly last: bigint;
  /** Steps at which a new piece begins. Within a piece everything that is looked at moves one way only. */
  readonly starts: readonly bigint[];
  /** Works out what comes of so many steps. */
  readonly probe: (steps: bigint) => P;
  /** Whether it is enough. */
  readonly holds: (probe: P) => boolean;
  /** Whether it could be enough anywhere between two probes of one piece. */
  readonly mayHold: (from: P, to: P) => boolean;
}

interface Found<P> {
  readonly steps: bigint;
  readonly probe: P;
}

/**
 * The fewest steps that hold, undefined when none do. In each piece the half is passed over in which nothing can hold by the values at its ends, the
 * left half first: where the answer never turns back this is the ordinary binary search, elsewhere it is still the true minimum.
 */
export function leftmost<P>(search: Search<P>): Found<P> | undefined {
  const { first, last } = search;
  const inside = search.starts.filter((start) => start > first && start <= last);
  const starts = [first, ...new Set(inside)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [at, start] of starts.entries()) {
    const next = starts[at + 1];
    const end = next === undefined ? last : next - 1n;
    if (end < start) continue;
    const found = within(search, ends(search, start, end));
    if (found) return found;
  }
  return undefined;
}

interface Piece<P> {
  readonly from: Found<P>;
  readonly to: Found<P>;
}

function ends<P>({ probe }: Search<P>, start: bigint, end: bigint): Piece<P> {
  const from = { steps: start, probe: probe(start) };
  return { from, to: end === start ? from : { steps: end, probe: probe(end) } };
}

function within<P>(search: Search<P>, { from, to }: Piece<P>): Found<P> | undefined {
  if (search.holds(from.probe)) return from;
  if (to.steps === from.steps || !search.mayHold(from.probe, to.probe)) return undefined;
  if (to.steps === from.steps + 1n) return search.holds(to.probe) ? to : undefined;
  const middle = (from.steps + to.steps) / 2n;
  const half = { steps: middle, probe: search.probe(middle) };
  return within(search, { from, to: half }) ?? within(search, { from: half, to });
}
