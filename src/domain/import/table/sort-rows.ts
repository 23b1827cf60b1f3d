import { foldWords } from '../cells/cell-text.ts';
import type { SheetRow } from '../cells/sheet.ts';
import type { HeaderColumn } from './header-columns.ts';
import type { Layout } from './layouts.ts';

interface Known {
  readonly layout: Layout;
  readonly columns: ReadonlyMap<string, HeaderColumn>;
  readonly spans: ReadonlyMap<string, readonly HeaderColumn[]>;
}

const total = /^(?:合计|小计|总计|共计|平均)$/;
const totalEnding = /小计$/;
const remark = /^(?:注|备注|说明|填表说明|填报说明|单位负责人|审核人?|填表人|制表人?|联系电话)[:：]/;

const naming = ['unit', 'name', 'short_name', 'code', 'indicator', 'task_force'];

/** The columns that name a row, and those that are of no field, such as 序号, say that it is a total. */
function isTotal(row: SheetRow, { columns, spans }: Known): boolean {
  const names = new Set(naming.flatMap((field) => columns.get(field)?.index ?? []));
  const others = [...columns.values(), ...[...spans.values()].flat()].map(({ index }) => index);
  const values = new Set(others.filter((index) => !names.has(index)));
  return row.cells.some((cell, index) => {
    if (cell?.kind !== 'text' || values.has(index)) return false;
    const words = foldWords(cell.text);
    return total.test(words) || (totalEnding.test(words) && names.has(index));
  });
}

/** A remark, or a heading merged over the table. */
function isHeading(row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => cell !== undefined);
  const [first] = filled;
  if (!first) return true;
  if (remark.test(foldWords(first.text)) && filled.length <= 3) return true;
  return filled.length >= 3 && filled.every((cell) => cell.text === first.text);
}

/** The header again, as it stands on every printed page. */
function isHeaderAgain(row: SheetRow, { columns }: Known): boolean {
  const same = [...columns.values()].filter(({ index, leaf }) => {
    const cell = row.cells[index];
    return cell?.kind === 'text' && foldWords(cell.text).replace(/\([^()]*\)/g, '') === leaf;
  });
  return same.length >= 2;
}

function hasData(row: SheetRow, { layout, columns, spans }: Known): boolean {
  const own = [...columns].filter(([field]) => !layout.carried.includes(field)).map(([, column]) => column);
  return [...own, ...[...spans.values()].flat()].some(({ index }) => row.cells[index] !== undefined);
}

/** Parts what stands below a header: rows of data and totals; headings, remarks and blank rows are left out. */
export function sortRows(rows: readonly SheetRow[], known: Known): { rows: SheetRow[]; totals: SheetRow[] } {
  const sorted: { rows: SheetRow[]; totals: SheetRow[] } = { rows: [], totals: [] };
  for (const row of rows) {
    if (isTotal(row, known)) sorted.totals.push(row);
    else if (!isHeading(row) && !isHeaderAgain(row, known) && hasData(row, known)) sorted.rows.push(row);
  }
  return sorted;
}
