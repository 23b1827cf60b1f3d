// exceljs is dormant: whoever replaces it starts here. The package is CommonJS, so its one object is taken apart.
import ExcelJS from 'exceljs';

export type { Cell, Row, Style, Workbook as ExcelWorkbook, Worksheet } from 'exceljs';

/** The library for workbooks. Read and write them only through the files of this folder. */
export const { Workbook, stream } = ExcelJS;
