/** A request whose answer broke the promise. */
export interface Breach {
  readonly kind: string;
  readonly index: number;
  /** The status, or what happened instead of an answer. */
  readonly got: string;
}

/** Kind → status → how often; and what broke the promise. Plain data: it crosses between processes. */
export interface Tally {
  readonly counts: Record<string, Record<string, number>>;
  readonly breaches: Breach[];
}

/** Counts one answer. */
export function count(tally: Tally, { kind, index, got }: Breach, isAllowed: boolean): void {
  const statuses = tally.counts[kind] ?? {};
  statuses[got] = (statuses[got] ?? 0) + 1;
  tally.counts[kind] = statuses;
  if (!isAllowed && tally.breaches.length < 50) tally.breaches.push({ kind, index, got });
}

/** How often each status came, whatever the kind. */
export function byStatus({ counts }: Tally): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const statuses of Object.values(counts))
    for (const [status, number] of Object.entries(statuses)) sums[status] = (sums[status] ?? 0) + number;
  return sums;
}
