import {
  add,
  compare,
  type Rational,
  rational,
  subtract,
  toDecimal,
  zero,
} from '../../../shared/rational.ts';
import type { Assignment } from '../../assessment/records/assignment.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import { columnName, foldWords } from '../cells/cell-text.ts';
import type { HeldUnit } from '../plan/import-plan.ts';
import { columnOf, type Table } from '../table/read-table.ts';
import { complain, type Desk } from './desk.ts';
import { cellAt, complainAt, type Line } from './line.ts';

/** A row of the task breakdown whose unit is known. */
export interface Row {
  readonly line: Line;
  readonly unit: string;
  readonly unitName: string;
  readonly year: number;
  /** As stated; undefined when the cell holds none. */
  readonly weight: Rational | undefined;
  readonly indicator: Indicator | undefined;
  /** The same indicator stands in an earlier row of the unit. */
  readonly repeated: boolean;
  /** undefined: refused, and complained of. */
  readonly assignment: Assignment | undefined;
}

const hundred = rational(100);
const shown = (value: Rational) => toDecimal(value, 20);

function sumOf(rows: readonly Row[]): Rational {
  return rows.reduce((sum, { weight }) => add(sum, weight ?? zero), zero);
}

/** The store's assignments of the unit and year that the workbook does not list. */
function unlistedOf(desk: Desk, rows: readonly Row[]): Assignment[] {
  const [first] = rows;
  const listed = new Set(rows.map(({ indicator }) => indicator?.code));
  return [...desk.base.assignments.values()].filter(
    ({ unit, year, indicator }) => unit === first?.unit && year === first.year && !listed.has(indicator),
  );
}

function group(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.year}|${row.unit}`;
    const list = groups.get(key) ?? [];
    list.push(row);
    groups.set(key, list);
  }
  return [...groups.values()];
}

/** Where a unit's sum stands: its 小计, else its last row. */
function sumCell(rows: readonly Row[], tables: readonly Table[]): { table: Table; row: number } {
  const last = rows.reduce((a, b) =>
    b.line.row.number > a.line.row.number && b.line.table === a.line.table ? b : a,
  );
  const { table, row } = last.line;
  const name = foldWords(last.unitName);
  const own = tables.includes(table) ? table.totals : [];
  const named = own.find(({ cells }) => cells.some((cell) => cell && foldWords(cell.text) === `${name}小计`));
  const next = own.find(({ number }) => number === row.number + 1);
  const isGrand = next?.cells.some((cell) => cell && /^(?:总计|合计)$/.test(foldWords(cell.text)));
  return { table, row: (named ?? (isGrand ? undefined : next))?.number ?? row.number };
}

function span(rows: readonly Row[]): string {
  const numbers = rows.map(({ line }) => line.row.number).sort((a, b) => a - b);
  return numbers.length === 1 ? `第${numbers[0]}行` : `第${numbers[0]}—${numbers.at(-1)}行`;
}

function complainOfSum(desk: Desk, rows: readonly Row[], tables: readonly Table[]): void {
  const [first] = rows;
  if (!first) return;
  const sum = sumOf(rows);
  const more = compare(sum, hundred) > 0;
  const away = more ? subtract(sum, hundred) : subtract(hundred, sum);
  const { table, row } = sumCell(rows, tables);
  complain(desk, {
    sheet: table.sheet,
    cell: `${columnName(columnOf(table, 'weight').index)}${row}`,
    row,
    severity: 'error',
    message: `${first.unitName}权重合计为${shown(sum)}分，应为100分（${more ? '多' : '少'}${shown(away)}分）。`,
    remedy: `检查${span(rows)}的权重；不平衡的单位不会启用新目标。`,
  });
}

/** A weight left blank explains why the sum is short: one complaint says both. */
function complainOfBlanks(desk: Desk, rows: readonly Row[]): boolean {
  const blank = rows.filter(({ line, weight }) => weight === undefined && !cellAt(line, 'weight'));
  for (const { line, unitName, indicator } of blank)
    complainAt(
      desk,
      { ...line, at: 'weight' },
      {
        say: `${unitName}“${indicator?.name ?? ''}”没有填写权重。`,
        remedy: `填写权重；该单位权重合计应为100分，目前为${shown(sumOf(rows))}分。`,
      },
    );
  return rows.some(({ weight }) => weight === undefined);
}

function heldOf(rows: readonly Row[]): HeldUnit[] {
  const [first] = rows;
  if (!first) return [];
  const clean = rows.flatMap(({ line, assignment, indicator }) =>
    assignment && indicator
      ? [{ sheet: line.table.sheet, row: line.row.number, indicator: indicator.name }]
      : [],
  );
  return [{ unit: first.unit, name: first.unitName, year: first.year, sum: shown(sumOf(rows)), rows: clean }];
}

/** A whole table of a unit replaces its old one: what it has no more is withdrawn, after a second look. */
function withdraw(desk: Desk, rows: readonly Row[], unlisted: readonly Assignment[]): void {
  const [first] = rows;
  if (!first || unlisted.length === 0) return;
  const names = unlisted.map(({ indicator }) => desk.docs.indicators.get(indicator)?.name ?? indicator);
  complainAt(
    desk,
    { ...first.line, at: 'unit' },
    {
      severity: 'warning',
      say: `${first.unitName}的新任务表合计100分，不再包括现有的${names.join('、')}，导入后将撤销这${names.length}项。`,
      remedy: '若应保留，请在表中补上这些指标并调整权重。',
    },
  );
  for (const { id } of unlisted) desk.docs.assignments.delete(id);
}

/**
 * Parts the rows by unit and year: those whose stated weights sum to 100 (alone, or with what the store has besides) are taken, those
 * of the others are held (待平衡).
 */
export function balance(
  desk: Desk,
  rows: readonly Row[],
  tables: readonly Table[],
): { taken: Row[]; held: HeldUnit[] } {
  const taken: Row[] = [];
  const held: HeldUnit[] = [];
  for (const own of group(rows)) {
    const unlisted = unlistedOf(desk, own);
    const blank = complainOfBlanks(desk, own);
    const rest = unlisted.reduce((sum, { weight }) => add(sum, rational(weight)), zero);
    const once = own.filter(({ repeated }) => !repeated);
    const isHundred = (sum: Rational) => compare(sum, hundred) === 0;
    const whole = isHundred(sumOf(own)) || isHundred(sumOf(once));
    if (!blank && (whole || isHundred(add(sumOf(once), rest)))) {
      taken.push(...own);
      // A row whose indicator is unknown may be what an old assignment is called now.
      if (whole && own.every(({ indicator }) => indicator))
        withdraw(
          desk,
          own,
          unlisted.filter(({ weight }) => compare(rational(weight), zero) > 0),
        );
      continue;
    }
    if (!blank) complainOfSum(desk, own, tables);
    held.push(...heldOf(own));
  }
  return { taken, held };
}
