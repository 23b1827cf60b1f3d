import type { Period } from '../../calendar/period.ts';
import type { Book } from './book.ts';
import { remembered } from './indexes.ts';
import type { Group } from './peers.ts';
import type { ValuesByUnit } from './values-in-force.ts';

/** The values of one indicator and period by the unit's number, as they are in one book and in another. */
export interface ChangedColumn {
  readonly indicator: string;
  readonly period: Period;
  readonly before: ValuesByUnit;
  readonly values: ValuesByUnit;
}

/** What a book with other values has of its own: its values, and its group for each of the other's. */
interface Own extends Pick<Book, 'valuesOf'> {
  readonly groupWith: (group: Group) => Group;
}

/** The same book with other values. */
export function withValues(book: Book, own: Own): Book {
  const { valuesOf, groupWith } = own;
  // Other periods may stand under other rules: there the values are the same.
  const elsewhere = remembered((other: Book) => withValues(other, own));
  return {
    ...book,
    otherFor(of) {
      const other = book.otherFor(of);
      return other && elsewhere(other);
    },
    groupOf(unit, year) {
      const group = book.groupOf(unit, year);
      return group && groupWith(group);
    },
    valuesOf,
    valueFor: (indicator, unit, period) => valuesOf(indicator, period).reports[book.numberOf(unit)],
  };
}

/** The same group with the columns still to be made in which one of its units has another value; the group itself where there are none. */
export function regrouped(group: Group, columns: Iterable<ChangedColumn>): Group {
  const changed = new Map<string, Period[]>();
  for (const { indicator, period, before, values } of columns) {
    const peers = group.peers.get(indicator);
    if (!peers || peers.units.every((unit) => values.reports[unit] === before.reports[unit])) continue;
    changed.set(indicator, [...(changed.get(indicator) ?? []), period]);
  }
  if (changed.size === 0) return group;
  const peers = new Map(group.peers);
  for (const [indicator, periods] of changed) {
    const before = group.peers.get(indicator);
    if (before) peers.set(indicator, { ...before, columns: without(before.columns, periods) });
  }
  return { ...group, peers };
}

function without<K, V>(map: ReadonlyMap<K, V>, keys: readonly K[]): Map<K, V> {
  const rest = new Map(map);
  for (const key of keys) rest.delete(key);
  return rest;
}
