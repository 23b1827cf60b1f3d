import { columnName, saysNothing } from '../cells/cell-text.ts';
import type { SheetCell, SheetRow } from '../cells/sheet.ts';
import type { ImportProblem } from '../plan/import-plan.ts';
import type { Table } from '../table/read-table.ts';
import { complain, type Desk } from './desk.ts';

/** A row of a table whose kind is known. */
export interface Line {
  readonly table: Table;
  readonly row: SheetRow;
}

/** A cell by its field, undefined when it is blank or says that there is nothing (—, /, 无, 未报). */
export function cellAt({ table, row }: Line, field: string): SheetCell | undefined {
  const column = table.columns.get(field);
  const cell = column && row.cells[column.index];
  return saysNothing(cell) ? undefined : cell;
}

/** A cell's text by its field, '' when it says nothing. */
export function textAt(line: Line, field: string): string {
  return cellAt(line, field)?.text ?? '';
}

/** A complaint without its place. */
export interface Complaint {
  /** What is wrong, without the row's number before it. */
  readonly say: string;
  readonly remedy: string;
  readonly severity?: ImportProblem['severity'];
  readonly report?: string;
}

/** A cell of a line, by its field or its column's index. */
interface Spot extends Line {
  readonly at: string | number;
}

/** Notes what is wrong with a cell. */
export function complainAt(desk: Desk, { table, row, at }: Spot, complaint: Complaint): void {
  const index = typeof at === 'number' ? at : (table.columns.get(at)?.index ?? 0);
  complain(desk, {
    sheet: table.sheet,
    cell: `${columnName(index)}${row.number}`,
    row: row.number,
    severity: complaint.severity ?? 'error',
    message: `第${row.number}行：${complaint.say}`,
    remedy: complaint.remedy,
    ...(complaint.report === undefined ? {} : { report: complaint.report }),
  });
}

/** The lines of tables of a kind, without those that hold a broken formula (`#REF!`), which are complained of. */
export function soundLines(desk: Desk, tables: readonly Table[]): Line[] {
  return tables.flatMap((table) =>
    table.rows.map((row) => ({ table, row })).filter((line) => !hasBrokenFormula(desk, line)),
  );
}

/** Whether a line holds a broken formula in a column that is read; it is complained of. */
export function hasBrokenFormula(desk: Desk, line: Line): boolean {
  const broken = [...line.table.columns.values()].filter(
    ({ index }) => line.row.cells[index]?.kind === 'error',
  );
  for (const { index } of broken)
    complainAt(desk, { ...line, at: index }, brokenFormula(line.row.cells[index]?.text ?? ''));
  return broken.length > 0;
}

/** What is said of a formula that has no value. */
export function brokenFormula(text: string): Complaint {
  return {
    say: `单元格公式出错（${text}），没有可读取的值。`,
    remedy: '在 Excel 中修正公式并保存，或直接填写数值。',
  };
}

/** The year a table is about: of its titles, else of its sheet's name, else the current one. */
export function yearOfTable(table: Table, desk: Desk): number {
  const said = table.titles.map((title) => /(20\d\d)\s*年/.exec(title.normalize('NFKC'))?.[1]).find(Boolean);
  return Number(said ?? desk.moment.at.slice(0, 4));
}
