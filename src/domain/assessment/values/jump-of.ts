import type { Report } from '../records/report.ts';
import type { Book } from '../scoring/book.ts';
import { jumpWarning } from './jump-warning.ts';
import { previousValue } from './previous-value.ts';

/** Why a value asks a second time (domain §3), as a sentence; undefined when it is as one would expect. */
export function jumpOf(
  book: Book,
  item: Pick<Report, 'indicator' | 'unit' | 'period' | 'value'>,
): string | undefined {
  return jumpWarning(book.indicator(item.indicator), item, previousValue(book, item))?.say;
}
