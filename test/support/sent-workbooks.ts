import { type ExcelWorkbook, Workbook } from '#src/documents/library/excel-library.ts';
import type { EmulatorChat } from './emulator-chat.ts';

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

/** A press on 确认导入 of the newest preview with nothing typed: what no client sends. */
export async function confirmingPress(chat: ReturnType<EmulatorChat['as']>) {
  let value = {};
  await chat.inspects('导入预览', ({ body }) => {
    const [, id, digest] = /"import":"(imp_[^"]+)","digest":"([^"]+)"/.exec(JSON.stringify(body)) ?? [];
    value = { action: 'import.confirm', import: id, digest };
  });
  return { tag: 'button', value, form_value: {} };
}
