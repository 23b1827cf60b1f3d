import { type ExcelWorkbook, Workbook } from '#src/documents/excel-library.ts';

/** Every filled row of a workbook as its cells' texts, sheet by sheet. */
export function rowsOf(workbook: ExcelWorkbook): { name: string; rows: string[][] }[] {
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) =>
        cells.push(cell.isMerged && cell.master !== cell ? '' : String(cell.value ?? '')),
      );
      rows.push(cells);
    });
    return { name: sheet.name, rows };
  });
}

/** Reads a workbook as somebody's office would. */
export async function openWorkbook(bytes: Uint8Array): Promise<ExcelWorkbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  return workbook;
}
