import { type Period, yearOf } from '../calendar/period.ts';
import type { Book } from './book.ts';
import { remembered } from './indexes.ts';
import type { Group } from './peers.ts';
import type { Report } from './report.ts';

/** A value taken instead of the one in force, a missing one too: a decimal in the indicator's measure. */
export interface Supposition {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
  readonly value: string;
}

/**
 * The same book with some values supposed (domain §4, What-if); the given one stays as it is and nothing is saved.
 * What the supposed values cannot touch keeps its remembered scores, so that many suppositions stay cheap.
 */
export function suppose(book: Book, suppositions: readonly Supposition[]): Book {
  return suppositions.reduce(supposeOne, book);
}

function supposeOne(book: Book, supposed: Supposition): Book {
  const { indicator, unit, period } = supposed;
  const report = reportLike(book, supposed);
  const year = yearOf(period);
  const group = book.groupOf(unit, year);
  const changed = group && withoutColumn(group, indicator, period);
  const valuesOf: Book['valuesOf'] = (code, of) => {
    const values = book.valuesOf(code, of);
    if (code !== indicator || of !== period) return values;
    const supposedValues = [...values];
    supposedValues[book.numberOf(unit)] = report;
    return supposedValues;
  };
  // Other periods may stand under other rules: there the same is supposed.
  const elsewhere = remembered((other: Book) => supposeOne(other, supposed));
  return {
    ...book,
    otherFor(of) {
      const other = book.otherFor(of);
      return other && elsewhere(other);
    },
    groupOf: (id, of) => {
      const known = book.groupOf(id, of);
      return known === group && of === year ? changed : known;
    },
    valuesOf,
    valueFor: (code, id, of) => valuesOf(code, of)[book.numberOf(id)],
  };
}

/** The same group with one column still to be made, so that it is made with the supposed value. */
function withoutColumn(group: Group, indicator: string, period: Period): Group {
  const peers = group.peers.get(indicator);
  if (!peers) return group;
  const columns = new Map(peers.columns);
  columns.delete(period);
  return { ...group, peers: new Map(group.peers).set(indicator, { ...peers, columns }) };
}

/** A report of the supposed value. It looks like the one it replaces, so that whoever reads the score finds the fields it expects; a whole report is taken as it is. */
export function reportLike(book: Book, supposed: Supposition): Report {
  const before = book.valueFor(supposed.indicator, supposed.unit, supposed.period);
  return {
    id: before?.id ?? '',
    rev: before?.rev ?? 1,
    state: 'submitted',
    reporter: before?.reporter ?? '',
    reported_at: before?.reported_at ?? '',
    ...supposed,
  };
}
