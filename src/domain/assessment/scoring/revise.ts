import type { Period } from '../../calendar/period.ts';
import type { Report } from '../records/report.ts';
import type { Book } from './book.ts';
import { type ChangedColumn, regrouped, withValues } from './other-values.ts';
import type { Group } from './peers.ts';
import { SupposedColumns } from './supposed-columns.ts';
import { revisedValues } from './values-in-force.ts';

/** Indicators by period. */
type Columns = ReadonlyMap<Period, ReadonlySet<string>>;

/** How a book was revised: always from one that was not, so that looking things up is as quick after thousands of revisions as after one. */
interface Revision {
  readonly base: Book;
  /** In which there may be other values than in the base. */
  readonly changed: Columns;
  /** The groups that were asked for so far, by those of the base. */
  readonly groups: Map<Group, Group>;
}

const revisions = new WeakMap<Book, Revision>();

/**
 * The book after some reports, in any order: each counts unless a later revision is in force. `instead` holds those that came into force
 * because a later one was returned. What they do not touch keeps its remembered scores. Throws a RangeError for a book with suppositions.
 */
export function revise(
  book: Book,
  { newer, instead }: { readonly newer: readonly Report[]; readonly instead: readonly Report[] },
): Book {
  const columns = new SupposedColumns(book);
  for (const report of newer) columns.addNewer(report);
  for (const report of instead) columns.add(report);
  const before = revisions.get(book);
  const base = before?.base ?? book;
  const changed = changedWith(before?.changed ?? new Map(), columns);
  const groups = new Map<Group, Group>();
  for (const [of, group] of before?.groups ?? []) groups.set(of, regrouped(group, columns));
  const valuesOf = revisedValues(book.valuesOf, columns);
  const revised = withValues(base, { valuesOf, groupWith: groupsOf({ base, changed, groups }, valuesOf) });
  revisions.set(revised, { base, changed, groups });
  return revised;
}

function changedWith(before: Columns, columns: SupposedColumns): Columns {
  const changed = new Map<Period, ReadonlySet<string>>(before);
  for (const { period, indicator } of columns) {
    const known = changed.get(period);
    if (!known?.has(indicator)) changed.set(period, new Set([...(known ?? []), indicator]));
  }
  return changed;
}

/** The group for each of the base; remembered. */
function groupsOf({ base, changed, groups }: Revision, valuesOf: Book['valuesOf']) {
  return (of: Group): Group => {
    const known = groups.get(of);
    if (known) return known;
    const group = regrouped(of, columnsOf(changed, base.valuesOf, valuesOf));
    groups.set(of, group);
    return group;
  };
}

function* columnsOf(
  changed: Columns,
  from: Book['valuesOf'],
  to: Book['valuesOf'],
): Generator<ChangedColumn> {
  for (const [period, indicators] of changed) {
    for (const indicator of indicators)
      yield { indicator, period, before: from(indicator, period), values: to(indicator, period) };
  }
}
