import type { ExcelWorkbook, Worksheet } from '../library/excel-library.ts';
import type { Cell, SheetColumn, SheetPlan, WorkbookPlan } from '../sheets/sheet.ts';
import { rowHeight } from './row-height.ts';
import { decimalFormat, headStyle, noteStyle, placesOf, titleStyle, wordStyle } from './sheet-style.ts';

/** Excel keeps 15 digits of a number. */
const exactDigits = 15;
/** Rows: title, note, two of headings. */
const headRows = 4;
/** A4, and A3 for sheets of more characters than can be read when they are made to fit A4. */
const paper = { a4: 9, a3: 8, a3From: 220 };

/** Draws a workbook as the office prints it. The library is loaded with the first one, since most of the time nobody exports. */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const { Workbook } = await import('../library/excel-library.ts');
  const workbook = new Workbook();
  workbook.creator = '强引擎';
  workbook.created = new Date(plan.at);
  workbook.modified = new Date(plan.at);
  const names = new Set<string>();
  for (const sheet of plan.sheets)
    drawSheet(workbook, sheet, { name: tabName(sheet.name, names), foot: plan.foot });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A name that Excel takes: at most 31 characters, none of its signs, not there yet. */
function tabName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]*?:/\\']/g, ' ')
      .trim()
      .slice(0, 28) || '表';
  let name = plain;
  for (let at = 2; taken.has(name.toLowerCase()); at += 1) name = `${plain}(${at})`;
  taken.add(name.toLowerCase());
  return name;
}

function drawSheet(
  workbook: ExcelWorkbook,
  plan: SheetPlan,
  { name, foot }: { name: string; foot: string },
): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: plan.frozen, ySplit: headRows }],
    pageSetup: {
      paperSize: widthOf(plan.columns) < paper.a3From ? paper.a4 : paper.a3,
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
      orientation: plan.columns.length > 8 ? 'landscape' : 'portrait',
      printTitlesRow: `1:${headRows}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    // Within a footer `&` begins a code.
    headerFooter: { oddFooter: `&L${foot.replaceAll('&', '&&')}&R第 &P 页，共 &N 页` },
  });
  drawTitle(sheet, plan);
  drawHead(sheet, plan.columns);
  drawRows(sheet, plan);
}

/** The decimals that all numbers of a column are shown with; undefined: each with its own. */
function evenPlaces({ columns, rows }: SheetPlan): (number | undefined)[] {
  return columns.map(({ even }, column) => {
    const numbers = rows.map((row) => row[column]).filter((cell) => isNumber(cell));
    return even === true ? Math.max(0, ...numbers.map(({ decimal }) => placesOf(decimal))) : undefined;
  });
}

function drawRows(sheet: Worksheet, plan: SheetPlan): void {
  const places = evenPlaces(plan);
  for (const [index, cells] of plan.rows.entries()) {
    const row = headRows + 1 + index;
    const texts: { text: string; width: number }[] = [];
    for (const [at, cell] of cells.entries()) {
      const { wraps = false, width = 0 } = plan.columns[at] ?? {};
      drawCell(sheet, cell, { row, column: at + 1, wraps, places: places[at] });
      if (wraps && typeof cell === 'string') texts.push({ text: cell, width });
    }
    sheet.getRow(row).height = rowHeight(texts);
  }
}

function widthOf(columns: readonly SheetColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

function drawTitle(sheet: Worksheet, { title, note, columns }: SheetPlan): void {
  const last = Math.max(1, columns.length);
  const width = widthOf(columns);
  for (const [row, text, style, height] of [
    [1, title, titleStyle, 32],
    [2, note, noteStyle, rowHeight([{ text: note, width }])],
  ] as const) {
    const cell = sheet.getCell(row, 1);
    cell.value = text;
    cell.style = style;
    if (last > 1) sheet.mergeCells(row, 1, row, last);
    sheet.getRow(row).height = height;
  }
}

/** Two rows: groups above, titles below; a column without a group is one merged cell. */
function drawHead(sheet: Worksheet, columns: readonly SheetColumn[]): void {
  const [upper, lower] = [headRows - 1, headRows];
  columns.forEach(({ title, group, width }, index) => {
    const column = index + 1;
    sheet.getColumn(column).width = width;
    sheet.getCell(upper, column).value = group ?? title;
    sheet.getCell(lower, column).value = title;
    for (const row of [upper, lower]) sheet.getCell(row, column).style = headStyle;
  });
  for (let from = 0; from < columns.length; from += 1) {
    const group = columns[from]?.group;
    if (group === undefined) sheet.mergeCells(upper, from + 1, lower, from + 1);
    else if (columns[from - 1]?.group !== group) {
      const after = columns.findIndex((each, at) => at > from && each.group !== group);
      const to = after < 0 ? columns.length : after;
      if (to - from > 1) sheet.mergeCells(upper, from + 1, upper, to);
    }
  }
}

interface Spot {
  readonly row: number;
  readonly column: number;
  readonly wraps: boolean;
  readonly places: number | undefined;
}

function isNumber(cell: Cell | undefined): cell is Exclude<Cell, string | null> {
  return typeof cell === 'object' && cell !== null;
}

/** A number only where Excel keeps every digit. Words are always text, also those that look like a formula. */
function drawCell(sheet: Worksheet, content: Cell, { row, column, wraps, places }: Spot): void {
  const cell = sheet.getCell(row, column);
  if (isNumber(content)) {
    const isExact = content.decimal.replace(/\D|^-?0+(?=\d)/g, '').length <= exactDigits;
    cell.value = isExact ? Number(content.decimal) : content.decimal;
    cell.style = isExact ? decimalFormat(places ?? placesOf(content.decimal)) : wordStyle(false);
    return;
  }
  cell.value = content;
  cell.style = wordStyle(wraps);
}
