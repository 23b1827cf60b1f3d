import { rational, toDecimal } from '../../../shared/rational.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import { valueProblem } from '../../assessment/records/value-problem.ts';
import { withMeasure } from '../../assessment/records/with-measure.ts';
import { type Period, startOf } from '../../calendar/period.ts';
import type { Measure } from '../../language/numbers/measures.ts';
import { measuredIn, numberOf } from '../cells/cell-number.ts';
import { saysNothing } from '../cells/cell-text.ts';
import type { SheetCell } from '../cells/sheet.ts';
import { suspectMeasure } from '../cells/suspect-measure.ts';
import type { SpanColumn } from '../table/read-table.ts';
import type { Desk } from './desk.ts';
import { brokenFormula, type Complaint, complainAt, type Line } from './line.ts';
import { measureAside } from './stated-measure.ts';

/** Whose values a row holds. */
export interface ValuePlace {
  readonly desk: Desk;
  readonly line: Line;
  readonly unit: string;
  readonly unitName: string;
  readonly indicator: Indicator;
  readonly stated: Measure | undefined;
  /** The indicator's own period that a column heads. */
  readonly periodOf: (column: SpanColumn) => Period | undefined;
}

function faultOf(place: ValuePlace, cell: SheetCell, fault: 'no_number' | 'percent' | 'measure'): Complaint {
  const { unitName, indicator } = place;
  const number = numberOf(cell);
  const shown = cell.kind === 'percent' && number ? `${toDecimal(number.value, 20)}%` : cell.text;
  if (fault === 'no_number')
    return { say: `“${shown}”不是数值。`, remedy: '填写数值；尚无数据请留空或填“—”，该期将记为未报。' };
  if (fault === 'percent')
    return {
      say: `${unitName}“${indicator.name}”应填以${indicator.measure}计的数，却是百分数“${shown}”。`,
      remedy: `填写完成的数额（${indicator.measure}）；完成率由系统计算。`,
    };
  return {
    say: `${unitName}“${indicator.name}”以${indicator.measure}计，“${shown}”的单位与之不符。`,
    remedy: `填写以${indicator.measure}计的数。`,
  };
}

function rangeComplaint({ unitName, indicator }: ValuePlace, value: string): Complaint {
  const suspected = suspectMeasure(indicator, value);
  const [min, max] = [toDecimal(rational(indicator.min), 20), toDecimal(rational(indicator.max), 20)];
  const isFraction = valueProblem(indicator, value)?.includes('整数') ?? false;
  const name = `${unitName}“${indicator.name}”`;
  if (isFraction) return { say: `${name}只能填整数，${value}带有小数。`, remedy: '核对原始数据后更正。' };
  if (suspected)
    return {
      say: `${name}${withMeasure(value, indicator)}超出合理上限${withMeasure(max, indicator)}，疑似按${suspected.measure}填报（折合${withMeasure(suspected.value, indicator)}）。`,
      remedy: `按${indicator.measure}填写。系统不会自动换算没有注明单位的数。`,
    };
  return {
    say: `${name}为${withMeasure(value, indicator)}，超出${min}—${withMeasure(max, indicator)}的合理范围。`,
    remedy: '核对原始数据后更正。',
  };
}

/** What a column is called: 7月. */
export function columnWords({ leaf }: SpanColumn): string {
  const date = /^(?:\d{4})[-./](\d{1,2})/.exec(leaf)?.[1];
  return date ? `${Number(date)}月` : leaf;
}

/** Whether a plain decimal is surely within the range and has no more decimals than allowed: floats keep the order of decimals. */
function isSurelyFine({ min, max, decimals }: Indicator, text: string): boolean {
  const number = Number(text);
  return number > Number(min) && number < Number(max) && (decimals > 0 || !text.includes('.'));
}

/** Reads a cell of a row's values; undefined when it is blank, or wrong and complained of. */
export function readValueCell(
  place: ValuePlace,
  column: SpanColumn,
): { period: Period; value: string } | undefined {
  const { desk, line, indicator } = place;
  const cell = line.row.cells[column.index];
  if (!cell || saysNothing(cell)) return undefined;
  const told = (complaint: Complaint): undefined => {
    complainAt(
      desk,
      { ...line, at: column.index },
      { ...complaint, say: `${columnWords(column)}：${complaint.say}` },
    );
    return undefined;
  };
  if (cell.kind === 'error') return told(brokenFormula(cell.text));
  const period = place.periodOf(column);
  if (!period)
    return told({
      say: `“${indicator.name}”没有这一期，不能填数。`,
      remedy: '填到该指标自己的期间，或清空这一格。',
    });
  if (startOf(period) > desk.moment.at.slice(0, 10))
    return told({ say: '这一期还没有开始，不能填数。', remedy: '核对列标题和年度，或清空这一格。' });
  const read = measuredIn(cell, indicator, measureAside(column.aside) ?? place.stated);
  if ('fault' in read) return told(faultOf(place, cell, read.fault));
  if (!isSurelyFine(indicator, read.value) && valueProblem(indicator, read.value))
    return told(rangeComplaint(place, read.value));
  return { period, value: read.value };
}
