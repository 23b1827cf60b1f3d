import type { Book } from './book.ts';
import { jumpWarning } from './jump-warning.ts';
import { previousValue } from './previous-value.ts';
import type { Report } from './report.ts';

/** The values in force that nobody has confirmed or returned, the oldest report first. A superseded revision waits no more. */
export function valuesAwaiting(book: Book): Report[] {
  return book.input.reports
    .filter(
      (report) =>
        report.state === 'submitted' &&
        book.valueFor(report.indicator, report.unit, report.period)?.id === report.id,
    )
    .sort((a, b) =>
      a.reported_at < b.reported_at ? -1 : a.reported_at > b.reported_at ? 1 : a.id < b.id ? -1 : 1,
    );
}

/** Why a value asks a second time (domain §3), as a sentence; undefined when it is as one would expect. */
export function jumpOf(
  book: Book,
  item: Pick<Report, 'indicator' | 'unit' | 'period' | 'value'>,
): string | undefined {
  return jumpWarning(book.indicator(item.indicator), item, previousValue(book, item))?.say;
}
