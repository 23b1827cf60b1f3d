import type { Book } from '../domain/assessment/book.ts';
import type { Report } from '../domain/assessment/report.ts';
import { suppose } from '../domain/assessment/suppose.ts';
import type { ReadTx } from '../store/document-store.ts';

/** More at once are cheaper to read anew. */
const mostChanged = 20;

/** The reports that are new or changed; undefined when some are gone. Both lists are ordered by id, and an unchanged document is the same object. */
function changedReports(before: readonly Report[], after: readonly Report[]): Report[] | undefined {
  const changed: Report[] = [];
  let at = 0;
  for (const report of after) {
    const known = before[at];
    if (known !== report) changed.push(report);
    if (known?.id === report.id) at += 1;
  }
  return at === before.length ? changed : undefined;
}

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
 * Undefined when it must be read anew: many changed, or a value is no longer there.
 */
export async function revisedBook(tx: ReadTx, before: Book): Promise<Book | undefined> {
  const reports = await tx.all('reports');
  const changed = changedReports(before.input.reports, reports);
  if (!changed || changed.length > mostChanged) return undefined;
  const values = await Promise.all(changed.map((report) => inForce(tx, report)));
  const present = values.filter((value) => value !== undefined);
  if (present.length < values.length) return undefined;
  return { ...suppose(before, present), input: { ...before.input, reports } };
}
