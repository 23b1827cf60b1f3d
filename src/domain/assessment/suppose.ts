import { type Period, yearOf } from '../calendar/period.ts';
import type { Book } from './book.ts';
import type { Line, Peers } from './line.ts';
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
  const year = yearOf(supposed.period);
  const own = book
    .linesOf(supposed.unit, year)
    .find((line) => line.assignment.indicator === supposed.indicator);
  const report = supposedReport(supposed, book);
  const replaced = own ? replacedLines(own, report) : new Map<Line, Line>();
  const units = new Set([...replaced.keys()].map((line) => line.assignment.unit));
  const linesOf: Book['linesOf'] = (unit, of) => {
    const lines = book.linesOf(unit, of);
    return of === year && units.has(unit) ? lines.map((line) => replaced.get(line) ?? line) : lines;
  };
  return {
    ...book,
    linesOf,
    valueFor: (indicator, unit, period) =>
      indicator === supposed.indicator && unit === supposed.unit && period === supposed.period
        ? report
        : book.valueFor(indicator, unit, period),
  };
}

/** Copies of all lines compared with `own`, whose scores may move with it; only `own` has the new value. */
function replacedLines(own: Line, report: Report): ReadonlyMap<Line, Line> {
  const peers: Peers = { lines: [], comparisons: new Map() };
  const replaced = new Map<Line, Line>();
  for (const line of own.peers.lines) {
    const values = line === own ? new Map([...line.values, [report.period, report] as const]) : line.values;
    const copy: Line = { ...line, values, peers, scores: new Map() };
    peers.lines.push(copy);
    replaced.set(line, copy);
  }
  return replaced;
}

/** Looks like the report it replaces, so that whoever reads the score finds the fields it expects; a whole report is taken as it is. */
function supposedReport(supposed: Supposition, book: Book): Report {
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
