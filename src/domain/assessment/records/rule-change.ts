import type { AdjustmentItem } from './adjustment-item.ts';
import { adjustmentItemSchema } from './adjustment-item.ts';
import { type Assignment, assignmentSchema } from './assignment.ts';
import type { RuleVersion } from './rule-version.ts';
import { type Track, trackSchema } from './track.ts';

/** Records of one kind to add or replace, whole, and ids to remove. */
interface RecordChanges<T> {
  readonly put?: readonly T[];
  readonly remove?: readonly string[];
}

/** A change of the rules: of assignments, tracks, and what points may be given or taken for. */
export interface RuleChanges {
  readonly assignments?: RecordChanges<Assignment>;
  readonly tracks?: RecordChanges<Track>;
  readonly items?: RecordChanges<AdjustmentItem>;
}

/** The records that a change of the rules is about. */
export interface RuleRecords {
  readonly assignments: readonly Assignment[];
  readonly tracks: readonly Track[];
  readonly items: readonly AdjustmentItem[];
}

/** What changes, both ways; what stays as it is and removals of what is not there are left out. */
export type RuleDifference = {
  [K in keyof RuleRecords]: NonNullable<RuleVersion[K]>;
};

/** What a change of the rules does to the records as they are. */
export function ruleDifference(today: RuleRecords, changes: RuleChanges): RuleDifference {
  return {
    assignments: differenceOf(today.assignments, changes.assignments, assignmentSchema.parse),
    tracks: differenceOf(today.tracks, changes.tracks, trackSchema.parse),
    items: differenceOf(today.items, changes.items, adjustmentItemSchema.parse),
  };
}

/** The records after a difference, ordered by id. */
export function afterDifference<T extends { id: string }>(
  today: readonly T[],
  difference: readonly { before: T | null; after: T | null }[],
): readonly T[] {
  const known = new Map(today.map((record) => [record.id, record]));
  for (const { before, after } of difference) {
    if (before) known.delete(before.id);
    if (after) known.set(after.id, after);
  }
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Defaults that one record says and another leaves out are no difference: `whole` fills them in, in the schema's order. */
function differenceOf<T extends { id: string }>(
  today: readonly T[],
  { put = [], remove = [] }: RecordChanges<T> = {},
  whole: (record: T) => T,
): { before: T | null; after: T | null }[] {
  const known = new Map(today.map((record) => [record.id, record]));
  const gone = remove.flatMap((id) => {
    const before = known.get(id);
    return before ? [{ before, after: null }] : [];
  });
  const there = put.flatMap((record) => {
    const before = known.get(record.id) ?? null;
    const after = whole(record);
    const same = before !== null && JSON.stringify(whole(before)) === JSON.stringify(after);
    return same ? [] : [{ before, after }];
  });
  return [...gone, ...there];
}
