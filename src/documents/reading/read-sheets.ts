import type { Sheet, SheetCell, SheetRow } from '../../domain/import/cells/sheet.ts';
import { errors } from '../../shared/errors.ts';
import { checkZip } from '../library/check-zip.ts';
import { type Row, Workbook, type Worksheet } from '../library/excel-library.ts';
import { cellOf } from './cell-of.ts';

/** Columns beyond these hold nothing that an office fills in. */
const mostColumns = 200;
const mostCells = 3_000_000;

/** Parts that say nothing about values; some make the library loop over whole columns. */
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'autoFilter',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'hyperlinks',
  'extLst',
  'pageSetup',
  'rowBreaks',
  'colBreaks',
];

function rowOf(row: Row): SheetRow | undefined {
  const cells: (SheetCell | undefined)[] = [];
  let filled = 0;
  row.eachCell((cell, column) => {
    if (column > mostColumns) return;
    const read = cellOf(cell);
    if (read === undefined) return;
    while (cells.length < column - 1) cells.push(undefined);
    cells[column - 1] = read;
    filled += 1;
  });
  return filled === 0 ? undefined : { number: row.number, cells };
}

function sheetOf(worksheet: Worksheet): Sheet {
  const rows: SheetRow[] = [];
  worksheet.eachRow((row) => {
    const read = rowOf(row);
    if (read) rows.push(read);
  });
  return { name: worksheet.name, hidden: worksheet.state !== 'visible', rows };
}

/**
 * Reads the sheets of an .xlsx file: cells as text with their kind, merged cells each with the merged value. Throws a StrongError that
 * tells the sender what is wrong with the file. Takes seconds and much memory with large files: call it in a worker.
 */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  checkZip(bytes);
  const workbook = new Workbook();
  // The library would make a cell of every one in a named range, as filters over whole columns are.
  Object.defineProperty(workbook.definedNames, 'model', { set: () => {}, get: () => [] });
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes });
  } catch (error) {
    throw errors.unreadableFile(
      '文件内容不完整，无法读取。请在 Excel 中打开后另存为 .xlsx，再重新发送。',
      error,
    );
  }
  const sheets = workbook.worksheets.map(sheetOf);
  const cells = sheets.reduce(
    (sum, { rows }) => sum + rows.reduce((all, row) => all + row.cells.length, 0),
    0,
  );
  if (cells > mostCells)
    throw errors.unreadableFile('工作簿的内容太多，无法一次导入。请拆分成几个文件后重新发送。');
  return sheets;
}
