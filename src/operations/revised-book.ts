import type { Book } from '../domain/assessment/book.ts';
import type { Report } from '../domain/assessment/report.ts';
import { suppose } from '../domain/assessment/suppose.ts';
import type { ReadTx } from '../store/document-store.ts';

/** More at once are cheaper to read anew. */
const mostChanged = 20;

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
 * The book as it is after a few reports: what they do not touch keeps its scores, so that a report costs no reading of all the others.
 * Undefined when it must be read anew: many changed since the `reports` of that version, or a value is no longer there.
 */
export async function revisedBook(tx: ReadTx, before: Book, version: string): Promise<Book | undefined> {
  const changed = await tx.changedSince('reports', version);
  if (!changed || changed.length > mostChanged) return undefined;
  const values = await Promise.all(changed.map((report) => inForce(tx, report)));
  const present = values.filter((value) => value !== undefined);
  if (present.length < values.length) return undefined;
  return suppose(before, present);
}
