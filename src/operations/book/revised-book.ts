import type { Report } from '../../domain/assessment/records/report.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { revise } from '../../domain/assessment/scoring/revise.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** The highest revision that is not returned, as the book has it (domain §4). */
async function inForce(tx: ReadTx, { indicator, unit, period }: Report): Promise<Report | undefined> {
  const key = `${indicator}|${unit}|${period}`;
  let highest: Report | undefined;
  for (const report of await tx.find('reports', { index: 'place', key })) {
    if (report.state !== 'returned' && report.rev > (highest?.rev ?? 0)) highest = report;
  }
  return highest;
}

/**
 * The book as it is after some reports, one or an import of thousands: what they do not touch keeps its scores, so that a report costs no
 * reading of all the others. Undefined when it must be read anew: too long ago, or a value is no longer there.
 */
export async function revisedBook(tx: ReadTx, before: Book, version: string): Promise<Book | undefined> {
  const changed = await tx.changedSince('reports', version);
  if (!changed) return undefined;
  if (changed.length === 0) return before;
  const newer: Report[] = [];
  const instead: Report[] = [];
  for (const report of changed) {
    if (report.state !== 'returned') {
      newer.push(report);
    } else if (report.id === before.valueFor(report.indicator, report.unit, report.period)?.id) {
      const next = await inForce(tx, report);
      if (!next) return undefined;
      instead.push(next);
    }
  }
  return revise(before, { newer, instead });
}
