import { expect, test } from 'vitest';
import { Workbook } from '#src/documents/library/excel-library.ts';
import type { Cell, WorkbookPlan } from '#src/documents/sheets/sheet.ts';
import { writeWorkbook } from '#src/documents/writing/write-workbook.ts';

const planOf = (rows: readonly (readonly Cell[])[]): WorkbookPlan => ({
  fileName: 'x.xlsx',
  title: '测试',
  foot: '数据截至 2026年11月6日 09:00 · R&D',
  at: '2026-11-06T09:00:00+08:00',
  sheets: [
    {
      name: '园区/国企[赛道]',
      title: '2026年10月排名',
      note: '说明',
      columns: [
        { title: '单位', width: 20 },
        { title: '一季度', group: '路线图', width: 10 },
        { title: '上半年', group: '路线图', width: 10 },
      ],
      frozen: 1,
      rows,
    },
  ],
});

async function drawn(rows: readonly (readonly Cell[])[]) {
  const workbook = new Workbook();
  const bytes = await writeWorkbook(planOf(rows));
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return { workbook, sheet };
}

const dangerous = ['=1+1', '+1', '-1+cmd', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","点")'];

test.each(dangerous)('what a person wrote stays text: %j', async (text) => {
  const { sheet } = await drawn([[text, null, null]]);
  const cell = sheet.getCell('A5');
  expect(typeof cell.value).toBe('string');
  expect(cell.formula).toBeUndefined();
  expect(cell.text.trim()).toBe(text.trim());
  // Who edits the cell keeps a text too.
  expect(cell.numFmt).toBe('@');
});

test('a number is a number with just its decimals; what Excel cannot keep whole is text', async () => {
  const { sheet } = await drawn([
    ['甲', { decimal: '12.350' }, { decimal: '-0.05' }],
    ['乙', { decimal: '4' }, { decimal: '1234567890.1234567' }],
  ]);
  expect(sheet.getCell('B5').value).toBe(12.35);
  expect(sheet.getCell('B5').numFmt).toBe('0.000');
  expect(sheet.getCell('C5').value).toBe(-0.05);
  expect(sheet.getCell('B6').numFmt).toBe('0');
  expect(sheet.getCell('C6').value).toBe('1234567890.1234567');
});

test('a sheet has title, headings in two rows, frozen panes, and prints with its foot', async () => {
  const { sheet } = await drawn([['甲', null, null]]);
  expect(sheet.name).toBe('园区 国企 赛道');
  expect(sheet.getCell('A1').text).toBe('2026年10月排名');
  expect(sheet.getCell('C1').master.address).toBe('A1');
  expect(sheet.getCell('C3').master.address).toBe('B3');
  expect(sheet.getCell('A4').master.address).toBe('A3');
  expect(sheet.getCell('B4').text).toBe('一季度');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 4 });
  expect(sheet.pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:4' });
  expect(sheet.headerFooter.oddFooter).toContain('数据截至 2026年11月6日 09:00 · R&&D');
  expect(sheet.getColumn(1).width).toBe(20);
});
