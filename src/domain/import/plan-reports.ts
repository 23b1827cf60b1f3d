import { compare, rational, toDecimal } from '../../shared/rational.ts';
import type { Indicator } from '../assessment/indicator.ts';
import type { Report } from '../assessment/report.ts';
import { valueProblem } from '../assessment/value-problem.ts';
import { withMeasure } from '../assessment/with-measure.ts';
import { endOf, type Period } from '../calendar/period.ts';
import type { Measure } from '../language/measures.ts';
import { measureAside } from './assignment-line.ts';
import { numberOf, measuredIn } from './cell-number.ts';
import { saysNothing } from './cell-text.ts';
import { type Desk, lay } from './desk.ts';
import { indicatorSaid, type Names, unitSaid } from './find-named.ts';
import {
  brokenFormula,
  type Complaint,
  complainAt,
  type Line,
  soundLines,
  textAt,
  yearOfTable,
} from './line.ts';
import { periodOfSpan } from './named-span.ts';
import { statedMeasure } from './plan-assignments.ts';
import type { SpanColumn, Table } from './read-table.ts';
import type { SheetCell } from './sheet.ts';
import { suspectMeasure } from './suspect-measure.ts';

/** The values in force and the highest revisions by `indicator|unit`, then by period. */
type Shelf = ReadonlyMap<string, ReadonlyMap<Period, { inForce: string | undefined; rev: number }>>;

/** A value of a row, where it stands, and whether it is news. */
interface Value {
  readonly period: Period;
  readonly value: string;
  readonly column: SpanColumn;
  readonly isNew: boolean;
}

interface Place {
  readonly desk: Desk;
  readonly line: Line;
  readonly unit: string;
  readonly unitName: string;
  readonly indicator: Indicator;
  readonly stated: Measure | undefined;
}

function shelfOf(desk: Desk): Shelf {
  const shelf = new Map<
    string,
    Map<Period, { inForce: string | undefined; rev: number; valueRev: number }>
  >();
  for (const { indicator, unit, period, rev, state, value } of desk.base.reports.values()) {
    const key = `${indicator}|${unit}`;
    const periods = shelf.get(key) ?? new Map();
    shelf.set(key, periods);
    const known = periods.get(period) ?? { inForce: undefined, rev: 0, valueRev: 0 };
    const newer = state !== 'returned' && rev > known.valueRev;
    periods.set(period, {
      inForce: newer ? value : known.inForce,
      valueRev: newer ? rev : known.valueRev,
      rev: Math.max(rev, known.rev),
    });
  }
  return shelf;
}

function faultOf(place: Place, cell: SheetCell, fault: 'no_number' | 'percent' | 'measure'): Complaint {
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

function rangeComplaint({ unitName, indicator }: Place, value: string): Complaint {
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

/** What a column's words are: 7月. */
function columnWords({ leaf }: SpanColumn): string {
  const date = /^(?:\d{4})[-./](\d{1,2})/.exec(leaf)?.[1];
  return date ? `${Number(date)}月` : leaf;
}

function readCell(place: Place, column: SpanColumn): { period: Period; value: string } | undefined {
  const { desk, line, indicator } = place;
  const cell = line.row.cells[column.index];
  if (!cell || saysNothing(cell)) return undefined;
  const told = (complaint: Complaint): undefined => {
    complainAt(desk, line, column.index, { ...complaint, say: `${columnWords(column)}：${complaint.say}` });
    return undefined;
  };
  if (cell.kind === 'error') return told(brokenFormula(cell.text));
  const period = periodOfSpan(column.span, indicator.frequency, yearOfTable(line.table, desk));
  if (!period)
    return told({
      say: `“${indicator.name}”没有这一期，不能填数。`,
      remedy: '填到该指标自己的期间，或清空这一格。',
    });
  const read = measuredIn(cell, indicator, measureAside(column.aside) ?? place.stated);
  if ('fault' in read) return told(faultOf(place, cell, read.fault));
  if (valueProblem(indicator, read.value)) return told(rangeComplaint(place, read.value));
  return { period, value: read.value };
}

const byEnd = (a: { period: Period }, b: { period: Period }) => (endOf(a.period) < endOf(b.period) ? -1 : 1);

/** A year to date that is below an earlier one of its year: asked again, wherever either of the two is news. */
function warnFalls(
  place: Place,
  values: readonly Value[],
  known: ReadonlyMap<Period, { inForce: string | undefined }>,
): void {
  const { desk, line, indicator } = place;
  if (indicator.kind !== 'cumulative' || !values.some(({ isNew }) => isNew)) return;
  const own = new Map(values.map((value) => [value.period, value]));
  const stored = [...known].flatMap(([period, { inForce }]) =>
    inForce === undefined || own.has(period)
      ? []
      : [{ period, value: inForce, column: undefined, isNew: false }],
  );
  const all = [...values, ...stored].sort(byEnd);
  for (const [index, now] of all.entries()) {
    const before = all[index - 1];
    if (!before || before.period.slice(0, 4) !== now.period.slice(0, 4) || !(before.isNew || now.isNew))
      continue;
    if (compare(rational(now.value), rational(before.value)) >= 0) continue;
    const column = now.column ?? before.column;
    if (!column) continue;
    complainAt(desk, line, column.index, {
      severity: 'warning',
      say: `${columnWords(column)}：${place.unitName}“${indicator.name}”累计数${now.value}小于前一期的${before.value}，累计指标不应减少。`,
      remedy: '核对是否误填当月数；确需调减请在备注说明并由主要负责人确认。',
    });
  }
}

function layValue(place: Place, { period, value }: Value, rev: number): void {
  const { desk, unit, indicator } = place;
  const { by, at } = desk.moment;
  const report: Report = {
    id: `report_${indicator.code}_${unit}_${period}_${rev + 1}`,
    indicator: indicator.code,
    unit,
    period,
    rev: rev + 1,
    value,
    state: 'confirmed',
    reporter: by,
    reported_at: at,
    decided_by: by,
    decided_at: at,
  };
  lay(desk, 'reports', report);
}

interface Work {
  readonly desk: Desk;
  readonly names: Names;
  readonly shelf: Shelf;
  readonly seen: Map<string, Line>;
  /** `indicator|unit|period` → where another sheet has it already. */
  readonly taken: Map<string, Line>;
}

const none: ReadonlyMap<Period, { inForce: string | undefined; rev: number }> = new Map();

function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && (a === b || compare(rational(a), rational(b)) === 0);
}

/** Another sheet's row of the same unit and indicator may have other periods, never this one again. */
function isTaken({ taken, desk }: Work, place: Place, read: { period: Period; column: SpanColumn }): boolean {
  const key = `${place.indicator.code}|${place.unit}|${read.period}`;
  const earlier = taken.get(key);
  if (!earlier) taken.set(key, place.line);
  else
    complainAt(desk, place.line, read.column.index, {
      say: `${place.unitName}“${place.indicator.name}”这一期在“${earlier.table.sheet}”第${earlier.row.number}行已有数值。`,
      remedy: '保留一处。',
    });
  return earlier !== undefined;
}

function planValues(work: Work, place: Place): void {
  const { desk, line, unit, indicator } = place;
  const known = work.shelf.get(`${indicator.code}|${unit}`) ?? none;
  const values = (line.table.spans.get('values') ?? []).flatMap((column): Value[] => {
    const read = readCell(place, column);
    if (!read || isTaken(work, place, { ...read, column })) return [];
    return [{ ...read, column, isNew: !isSame(known.get(read.period)?.inForce, read.value) }];
  });
  for (const value of values) {
    if (value.isNew) layValue(place, value, known.get(value.period)?.rev ?? 0);
    else desk.unchangedReports += 1;
  }
  warnFalls(place, values, known);
}

/** The place of a row, undefined with a complaint when its unit or indicator is unknown, or it stands there twice. */
function placeOf({ desk, names, seen }: Work, line: Line): Place | undefined {
  const unit = unitSaid(textAt(line, 'unit'), names);
  if (!('id' in unit)) {
    complainAt(desk, line, 'unit', unit);
    return undefined;
  }
  const field = line.table.columns.has('indicator') ? 'indicator' : 'code';
  const text = textAt(line, 'code') || textAt(line, 'indicator');
  const found = indicatorSaid({ text, measure: textAt(line, 'measure'), unit: unit.id }, names, desk);
  if (!('indicator' in found)) {
    complainAt(desk, line, field, found);
    return undefined;
  }
  const { indicator } = found;
  const unitName = desk.docs.units.get(unit.id)?.short_name ?? unit.id;
  const key = `${line.table.sheet}|${unit.id}|${indicator.code}`;
  const earlier = seen.get(key);
  if (!earlier) {
    seen.set(key, line);
    return { desk, line, unit: unit.id, unitName, indicator, stated: statedMeasure(line) };
  }
  complainAt(desk, line, field, {
    say: `与第${earlier.row.number}行重复：${unitName}“${indicator.name}”。`,
    remedy: `保留一行；系统只读取了第${earlier.row.number}行。`,
  });
  return undefined;
}

/** Plans 月度进度: every value that differs from the one in force becomes its next revision. */
export function planReports(desk: Desk, tables: readonly Table[], names: Names): void {
  const work: Work = { desk, names, shelf: shelfOf(desk), seen: new Map(), taken: new Map() };
  for (const line of soundLines(desk, tables)) {
    const place = placeOf(work, line);
    if (place) planValues(work, place);
  }
}
