import type { WriteMeta } from '../document-store.ts';
import type { Change } from '../journal/change.ts';
import { emptyChain } from '../journal/line.ts';
import { trailEntry } from '../journal/trail-entry.ts';
import type { Trail, TrailEntry } from '../trail.ts';

const large = 500;

/** A trail that ends with the process; its lines are not chained. */
export function createMemoryTrail(): {
  trail: Trail;
  note(meta: WriteMeta, changes: readonly Change[]): void;
} {
  const entries: TrailEntry[] = [];
  async function* backwards(before = Number.POSITIVE_INFINITY) {
    yield { entries: entries.filter(({ seq }) => seq < before).reverse(), damaged: 0 };
  }
  return {
    trail: { head: () => ({ seq: entries.length, head: emptyChain.head }), backwards },
    note(meta, changes) {
      const line = { ...meta, seq: entries.length + 1, prev: emptyChain.head };
      const ops = changes.map(({ name, id, doc }): [string, string, unknown] => [name, id, doc]);
      const entry = trailEntry({ ...line, ops: changes.length > large ? [] : ops });
      entries.push({ ...entry, large: changes.length > large });
    },
  };
}
