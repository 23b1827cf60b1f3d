import { compare, rational } from '../../../shared/rational.ts';
import type { Report } from '../../assessment/records/report.ts';
import type { Period } from '../../calendar/period.ts';
import type { SpanColumn } from '../table/read-table.ts';
import { complainAt } from './line.ts';
import { columnWords, type ValuePlace } from './read-value-cell.ts';

/** A value of a row, where it stands, and whether it is news. */
export interface Value {
  readonly period: Period;
  readonly value: string;
  readonly column: SpanColumn;
  readonly isNew: boolean;
}

/** What the store holds of a period: the value in force, and the highest revision. */
export interface Stored {
  readonly inForce: Report | undefined;
  readonly rev: number;
}

type Step = Omit<Value, 'column'> & { readonly column: SpanColumn | undefined };

/** Periods of one indicator are of one frequency, and so in the order of their texts. */
const byPeriod = (a: Step, b: Step) => (a.period < b.period ? -1 : 1);

function falls(before: string, now: string): boolean {
  return Number(now) <= Number(before) && compare(rational(now), rational(before)) < 0;
}

function stepsOf(values: readonly Value[], known: ReadonlyMap<Period, Stored>): Step[] {
  const own = new Set(values.map(({ period }) => period));
  const stored = [...known].flatMap(([period, { inForce }]): Step[] =>
    inForce === undefined || own.has(period)
      ? []
      : [{ period, value: inForce.value, column: undefined, isNew: false }],
  );
  return [...values, ...stored].sort(byPeriod);
}

/** A year to date that is below an earlier one of its year is asked about again, where either of the two is news. */
export function warnFalls(
  place: ValuePlace,
  values: readonly Value[],
  known: ReadonlyMap<Period, Stored>,
): void {
  const { desk, line, indicator, unitName } = place;
  if (indicator.kind !== 'cumulative' || !values.some(({ isNew }) => isNew)) return;
  let before: Step | undefined;
  for (const now of stepsOf(values, known)) {
    const isNext = before?.period.slice(0, 4) === now.period.slice(0, 4) && (before.isNew || now.isNew);
    const column = now.column ?? before?.column;
    if (before && column && isNext && falls(before.value, now.value))
      complainAt(
        desk,
        { ...line, at: column.index },
        {
          severity: 'warning',
          say: `${columnWords(column)}：${unitName}“${indicator.name}”累计数${now.value}小于前一期的${before.value}，累计指标不应减少。`,
          remedy: '核对是否误填当月数；确需调减请在备注说明并由主要负责人确认。',
        },
      );
    before = now;
  }
}
