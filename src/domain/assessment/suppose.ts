import type { Period } from '../calendar/period.ts';
import type { Book } from './book.ts';
import { remembered } from './indexes.ts';
import type { Group } from './peers.ts';
import type { Report } from './report.ts';
import { SupposedColumns, type Supposition } from './supposed-columns.ts';

/**
 * The same book with some values supposed (domain §4, What-if); the given one stays as it is and nothing is saved. Of several for one place
 * the last counts. What the supposed values cannot touch keeps its remembered scores, so that many suppositions stay cheap.
 */
export function suppose(book: Book, suppositions: readonly (Supposition | Report)[]): Book {
  return layOver(book, (columns) => {
    for (const supposed of suppositions) columns.add(supposed);
  });
}

/**
 * The book after some reports, in any order: each counts unless a later revision is in force. `instead` holds those that came into force
 * because a later one was returned.
 */
export function revise(
  book: Book,
  { newer, instead }: { readonly newer: readonly Report[]; readonly instead: readonly Report[] },
): Book {
  return layOver(book, (columns) => {
    for (const report of newer) columns.addNewer(report);
    for (const report of instead) columns.add(report);
  });
}

function layOver(book: Book, fill: (columns: SupposedColumns) => void): Book {
  const columns = new SupposedColumns(book);
  fill(columns);
  const { valuesOf } = columns;
  const groupWith = remembered((group: Group) => withoutColumns(group, columns));
  // Other periods may stand under other rules: there the same is supposed.
  const elsewhere = remembered((other: Book) => layOver(other, fill));
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

/** The same group with the columns still to be made in which one of its units has another value. */
function withoutColumns(group: Group, columns: SupposedColumns): Group {
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
