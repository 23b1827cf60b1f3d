import type { Period } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import { holdsFor, type RuleVersion, versionsInOrder } from '../records/rule-version.ts';
import type { Track } from '../records/track.ts';
import { remembered } from './indexes.ts';

/** The rules that scores are made by. */
export interface Rules {
  readonly assignments: readonly Assignment[];
  readonly tracks: readonly Track[];
}

/** Which rules held when. */
export interface RuleHistory {
  /** How many of the newest versions do not hold for the period. */
  undoneFor(period: Period): number;
  /** The version that holds for the period, undefined where none is known. */
  versionFor(period: Period): RuleVersion | undefined;
  /** Today's rules without so many of the newest versions. */
  rulesWithout(today: Rules, undone: number): Rules;
}

/** Within a year no version holds from earlier than one before it, so those that do not hold for a period of it are its newest. */
export function ruleHistory(versions: readonly RuleVersion[]): RuleHistory {
  const inOrder = versionsInOrder(versions);
  const changing = inOrder.some(({ from }) => from !== undefined);
  const undoneFor = remembered((period: Period) => {
    if (!changing) return 0;
    const last = inOrder.findLastIndex((version) => holdsFor(version, period));
    return inOrder.length - 1 - last;
  });
  return {
    undoneFor,
    versionFor: (period) => inOrder[inOrder.length - 1 - undoneFor(period)],
    rulesWithout(today, undone) {
      if (undone === 0) return today;
      const newest = inOrder.slice(inOrder.length - undone).reverse();
      return {
        assignments: withoutChanges(
          today.assignments,
          newest.map((version) => version.assignments ?? []),
        ),
        tracks: withoutChanges(
          today.tracks,
          newest.map((version) => version.tracks ?? []),
        ),
      };
    },
  };
}

interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** Undoes changes, the newest first. */
function withoutChanges<T extends { id: string }>(
  today: readonly T[],
  changes: readonly (readonly Change<T>[])[],
): readonly T[] {
  if (changes.every((each) => each.length === 0)) return today;
  const known = new Map(today.map((record) => [record.id, record]));
  for (const { before, after } of changes.flat()) {
    if (after) known.delete(after.id);
    if (before) known.set(before.id, before);
  }
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
