import type { ImportProblem } from '#src/domain/import/plan/import-plan.ts';
import { type Cell, type ExcelWorkbook, Workbook, type Worksheet } from '../library/excel-library.ts';
import { headStyle, wordStyle } from '../writing/sheet-style.ts';
import type { Annotations } from './annotations.ts';
import { keepDropDowns } from './drop-downs.ts';

const listName = '问题清单';
const fills = { error: 'FFFFC7CE', warning: 'FFFFEB9C' } as const;
const words = { error: '错误', warning: '提醒' } as const;

/** The name of the list that no sheet of the workbook has. */
function freeName(workbook: ExcelWorkbook): string {
  let name = listName;
  for (let at = 2; workbook.getWorksheet(name); at += 1) name = `${listName}${at}`;
  return name;
}

/** A cell's own look with another ground; a merged cell's style is its master's, which all of them share. */
function colour(cell: Cell, argb: string): void {
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } };
}

function noteOf(cell: Cell): string {
  const { note } = cell;
  if (typeof note === 'string') return note;
  return (note?.texts ?? []).map(({ text }) => text).join('');
}

function markProblem(sheet: Worksheet, { cell: address, severity, message, remedy }: ImportProblem): void {
  const cell = sheet.getCell(address);
  colour(cell, fills[severity]);
  const before = noteOf(cell);
  const said = `${words[severity]}：${message}\n怎么改：${remedy}`;
  cell.note = before === '' ? said : `${before}\n\n${said}`;
}

function listRows({ problems, held, unlisted }: Annotations): string[][] {
  return [
    ...problems.map(({ sheet, cell, severity, message, remedy }) => [
      sheet,
      cell,
      words[severity],
      message,
      remedy,
    ]),
    ...held.map(({ name, year, sum, rows }) => {
      const [first] = rows;
      const where = first ? [first.sheet, `第${rows.map(({ row }) => row).join('、')}行`] : ['', ''];
      return [
        ...where,
        '待平衡',
        `${name}${year}年权重合计${sum}分，应为100分，各行没有导入。`,
        '调整权重，使合计为100分后重新导入。',
      ];
    }),
    ...(unlisted > 0 ? [['', '', '', `另有${unlisted}处没有列出。`, '先改好以上各处再重新导入。']] : []),
  ];
}

function addList(workbook: ExcelWorkbook, annotated: Annotations): void {
  const sheet = workbook.addWorksheet(freeName(workbook), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [18, 12, 8, 60, 60].map((width) => ({ width }));
  sheet.addRow(['表', '单元格', '类别', '问题', '怎么改']).eachCell((cell) => {
    cell.style = headStyle;
  });
  for (const row of listRows(annotated)) {
    sheet.addRow(row).eachCell((cell) => {
      cell.style = wordStyle(true);
    });
  }
}

/** Lists for drop-downs make the library walk whole columns: they are kept in another way. */
const ignoreNodes = ['dataValidations', 'extLst'];

/** A copy of the workbook in which the cells of all problems are coloured and commented, with a list of all on a sheet of its own; the rest stays as it looks. Takes seconds: call it in a worker. */
export async function annotate(bytes: Uint8Array, annotations: Annotations): Promise<Uint8Array> {
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes });
  keepDropDowns(bytes, workbook);
  for (const problem of annotations.problems) {
    const sheet = workbook.getWorksheet(problem.sheet);
    if (sheet) markProblem(sheet, problem);
  }
  addList(workbook, annotations);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The list alone, for a workbook that is too large to be copied. */
export async function problemList(annotations: Annotations): Promise<Uint8Array> {
  const workbook = new Workbook();
  addList(workbook, annotations);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
