import type { ExcelWorkbook, Worksheet } from './excel-library.ts';
import type { Cell, SheetColumn, SheetPlan, WorkbookPlan } from './sheet.ts';
import { decimalFormat, headStyle, noteStyle, titleStyle, wordStyle } from './sheet-style.ts';

/** Excel keeps 15 digits of a number. */
const exactDigits = 15;
/** Rows: title, note, two of headings. */
const headRows = 4;
/** A4. */
const paper = 9;

/** Draws a workbook as the office prints it. The library is loaded with the first one, since most of the time nobody exports. */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const { Workbook } = await import('./excel-library.ts');
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
      ...{ paperSize: paper, fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
      orientation: plan.columns.length > 8 ? 'landscape' : 'portrait',
      printTitlesRow: `1:${headRows}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    // Within a footer `&` begins a code.
    headerFooter: { oddFooter: `&L${foot.replaceAll('&', '&&')}&R第 &P 页，共 &N 页` },
  });
  drawTitle(sheet, plan);
  drawHead(sheet, plan.columns);
  plan.rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      drawCell(sheet, cell, {
        row: headRows + 1 + index,
        column: column + 1,
        wraps: plan.columns[column]?.wraps,
      });
    });
  });
}

function drawTitle(sheet: Worksheet, { title, note, columns }: SheetPlan): void {
  const last = Math.max(1, columns.length);
  for (const [row, text, style, height] of [
    [1, title, titleStyle, 32],
    [2, note, noteStyle, 18],
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
  readonly wraps: boolean | undefined;
}

/** A number only where Excel keeps every digit. Words are always text, also those that look like a formula. */
function drawCell(sheet: Worksheet, content: Cell, { row, column, wraps }: Spot): void {
  const cell = sheet.getCell(row, column);
  if (content !== null && typeof content === 'object') {
    const isExact = content.decimal.replace(/\D|^-?0+(?=\d)/g, '').length <= exactDigits;
    cell.value = isExact ? Number(content.decimal) : content.decimal;
    cell.style = isExact ? decimalFormat(content.decimal) : wordStyle(false);
    return;
  }
  cell.value = content;
  cell.style = wordStyle(wraps === true);
}
