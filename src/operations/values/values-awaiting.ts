import type { Report } from '../../domain/assessment/records/report.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { ReadTx } from '../../store/document-store.ts';

function inOrder(a: Report, b: Report): number {
  if (a.reported_at !== b.reported_at) return a.reported_at < b.reported_at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The values in force that nobody has confirmed or returned, the oldest report first. A superseded revision waits no more. */
export async function valuesAwaiting(tx: ReadTx, book: Book): Promise<Report[]> {
  const submitted = await tx.find('reports', { index: 'waiting', key: 'submitted' });
  const waiting = submitted.filter(
    ({ id, indicator, unit, period }) => book.valueFor(indicator, unit, period)?.id === id,
  );
  return waiting.sort(inOrder);
}
