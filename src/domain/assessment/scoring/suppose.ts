import type { Report } from '../records/report.ts';
import type { Book } from './book.ts';
import { remembered } from './indexes.ts';
import { regrouped, withValues } from './other-values.ts';
import type { Group } from './peers.ts';
import { SupposedColumns, type Supposition } from './supposed-columns.ts';

/**
 * The same book with some values supposed (domain §4, What-if); the given one stays as it is and nothing is saved. Of several for one place
 * the last counts. What the supposed values cannot touch keeps its remembered scores, so that many suppositions stay cheap.
 */
export function suppose(book: Book, suppositions: readonly (Supposition | Report)[]): Book {
  const columns = new SupposedColumns(book);
  for (const supposed of suppositions) columns.add(supposed);
  const groupWith = remembered((group: Group) => regrouped(group, columns));
  return withValues(book, { valuesOf: columns.valuesOf, groupWith });
}
