import { type Day, dayOf, type Instant } from '../../shared/time.ts';
import type { Assignment } from '../assessment/records/assignment.ts';
import type { Book } from '../assessment/scoring/book.ts';
import { endOf, type Frequency, frequencyOf, type Period, periodAt } from '../calendar/period.ts';
import type { ExportedValues, ValueTable } from './export-view.ts';

interface Wanted {
  /** Of one year; a row each, in this order. */
  readonly assignments: readonly Assignment[];
  readonly year: number;
  readonly now: Instant;
}

const tables = ['month', 'half_month', 'quarter', 'year'] as const;
const perYear = { month: 12, half_month: 24, quarter: 4, year: 1 } as const;

const tableOf = (frequency: Frequency) => (frequency === 'half' ? 'quarter' : frequency);

/** The values in force of some assignments, a table a frequency; periods that have not ended are left out unless there is a value. */
export function valueTables(book: Book, wanted: Wanted): ValueTable[] {
  return tables.flatMap((frequency) => {
    const own = wanted.assignments.filter(
      ({ indicator }) => tableOf(book.indicator(indicator).frequency) === frequency,
    );
    const table = tableOfFrequency(book, frequency, { ...wanted, assignments: own });
    return table.rows.length === 0 || table.periods.length === 0 ? [] : [table];
  });
}

function tableOfFrequency(
  book: Book,
  frequency: ValueTable['frequency'],
  { assignments, year, now }: Wanted,
): ValueTable {
  const all = Array.from({ length: perYear[frequency] }, (_, index) => periodAt(frequency, year, index + 1));
  const today = dayOf(now);
  const isShown = (period: Period) =>
    endOf(period) < today || assignments.some((each) => valueIn(book, each, { period, today }) !== null);
  const periods = all.filter(isShown);
  const rows = assignments.map((each) => rowOf(book, each, { periods, today }));
  return { frequency, year, periods, rows };
}

function rowOf(
  book: Book,
  assignment: Assignment,
  { periods, today }: { periods: readonly Period[]; today: Day },
): ExportedValues {
  const { name, measure, kind } = book.indicator(assignment.indicator);
  return {
    ...{ unit: book.unit(assignment.unit).short_name, indicator: name, measure, kind },
    values: periods.map((period) => valueIn(book, assignment, { period, today })),
  };
}

/** The indicator's own period that stands in a table's column: half-years stand under the quarter that ends with them. */
function ownPeriod(frequency: Frequency, column: Period): Period | undefined {
  if (frequency !== 'half' || frequencyOf(column) === 'half') return column;
  const half = column.replace('Q2', 'H1').replace('Q4', 'H2');
  return half === column ? undefined : half;
}

function valueIn(
  book: Book,
  { indicator, unit }: Assignment,
  { period: column, today }: { period: Period; today: Day },
): string | 'unreported' | null {
  const period = ownPeriod(book.indicator(indicator).frequency, column);
  if (period === undefined) return null;
  const report = book.valueFor(indicator, unit, period);
  if (report) return report.value;
  return today > book.dueDayOf(period) ? 'unreported' : null;
}
