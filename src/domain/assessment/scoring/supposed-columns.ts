import type { Period } from '../../calendar/period.ts';
import type { Report } from '../records/report.ts';
import type { Book } from './book.ts';
import type { ChangedColumn } from './other-values.ts';
import { type GrowingValues, putValue } from './values-in-force.ts';

/** A value taken instead of the one in force, a missing one too: a decimal in the indicator's measure. */
export interface Supposition {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
  readonly value: string;
}

/** A column of which some values are supposed. */
interface SupposedColumn extends ChangedColumn {
  readonly values: GrowingValues;
}

/** What of a book its values are looked up by. */
type Values = Pick<Book, 'numberOf' | 'valuesOf'>;

/** What is supposed beside a book, by period and indicator. Holds its values only: a book made from them lets go of the one before with all its scores. */
export class SupposedColumns {
  readonly #before: Values;
  readonly #columns = new Map<Period, Map<string, SupposedColumn>>();

  constructor({ numberOf, valuesOf }: Values) {
    this.#before = { numberOf, valuesOf };
  }

  /** The values with what is supposed. */
  readonly valuesOf: Book['valuesOf'] = (indicator, period) =>
    this.of(indicator, period)?.values ?? this.#before.valuesOf(indicator, period);

  /** Supposes a value; of several for one place the last counts. */
  add(supposed: Supposition | Report): void {
    const { values } = this.#column(supposed);
    putValue(values, this.#before.numberOf(supposed.unit), reportLike(this.#before, supposed));
  }

  /** Takes a report unless a later revision is in force. */
  addNewer(report: Report): void {
    const { values } = this.#column(report);
    const unit = this.#before.numberOf(report.unit);
    const known = values.reports[unit];
    // Of two of one revision the book has the first by its id.
    if (known && (known.rev > report.rev || (known.rev === report.rev && known.id < report.id))) return;
    putValue(values, unit, report);
  }

  /** Undefined: nothing is supposed of it. */
  of(indicator: string, period: Period): SupposedColumn | undefined {
    return this.#columns.get(period)?.get(indicator);
  }

  *[Symbol.iterator](): Generator<SupposedColumn> {
    for (const ofPeriod of this.#columns.values()) yield* ofPeriod.values();
  }

  #column({ indicator, period }: Supposition): SupposedColumn {
    let ofPeriod = this.#columns.get(period);
    if (!ofPeriod) {
      ofPeriod = new Map();
      this.#columns.set(period, ofPeriod);
    }
    let column = ofPeriod.get(indicator);
    if (!column) {
      const before = this.#before.valuesOf(indicator, period);
      column = {
        indicator,
        period,
        before,
        values: { reports: [...before.reports], values: [...before.values] },
      };
      ofPeriod.set(indicator, column);
    }
    return column;
  }
}

/** A report of the supposed value. It looks like the one it replaces, so that whoever reads the score finds the fields it expects; a whole report is taken as it is. */
export function reportLike({ numberOf, valuesOf }: Values, supposed: Supposition | Report): Report {
  if ('id' in supposed) return supposed;
  const before = valuesOf(supposed.indicator, supposed.period).reports[numberOf(supposed.unit)];
  return {
    id: before?.id ?? '',
    rev: before?.rev ?? 1,
    state: 'submitted',
    reporter: before?.reporter ?? '',
    reported_at: before?.reported_at ?? '',
    ...supposed,
  };
}
