import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '#src/documents/annotating/annotate-workbook.ts';
import { annotatedCopy } from '#src/documents/annotating/annotated-copy.ts';
import { entryRules } from '#src/documents/annotating/drop-downs.ts';
import { unpackEntries } from '#src/documents/library/check-zip.ts';
import { Workbook } from '#src/documents/library/excel-library.ts';
import { createMemoryFiles } from '#src/store/memory/memory-files.ts';
import { openWorkbook } from '../../support/sent-workbooks.ts';

const bytes = readFileSync('test/fixtures/excel/单位与干部.xlsx');
const problem = {
  sheet: '单位名册',
  cell: 'F36',
  row: 36,
  severity: 'error' as const,
  message: '第36行：单位“区大数据中心”没有填写赛道，无法纳入考核。',
  remedy: '在“所在赛道”列选择四个赛道之一；若不参加考核请删除该行。',
};

test('an annotated copy, made in a worker, keeps the look of the original, colours and comments the wrong cells and lists all of them', async () => {
  const files = createMemoryFiles();
  const annotations = {
    problems: [problem, { ...problem, cell: 'B36', severity: 'warning' as const, message: '=1+1' }],
    held: [
      {
        unit: 'U10',
        name: '区住建局',
        year: 2026,
        sum: '101',
        rows: [{ sheet: '单位名册', row: 7, indicator: 'JJ-01' }],
      },
    ],
    unlisted: 3,
  };
  const { hash, name } = await annotatedCopy(
    files,
    { bytes, name: '单位与干部.xlsx', rows: 300 },
    annotations,
  );
  expect(name).toBe('批注_单位与干部.xlsx');
  const [before, after] = [await openWorkbook(bytes), await openWorkbook((await files.get(hash)) ?? bytes)];
  const [old, sheet] = [before.getWorksheet('单位名册'), after.getWorksheet('单位名册')];
  if (!old || !sheet) throw new Error('the sheet is gone');
  const cell = sheet.getCell('F36');
  expect(cell.value).toEqual(old.getCell('F36').value);
  expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
  expect(JSON.stringify(cell.note)).toContain('错误：第36行：单位“区大数据中心”没有填写赛道');
  expect(JSON.stringify(cell.note)).toContain('怎么改：在“所在赛道”列选择');
  expect(sheet.getCell('C12').style).toEqual(old.getCell('C12').style);
  expect(sheet.getColumn(9).hidden).toBe(old.getColumn(9).hidden);
  expect(sheet.getCell('B6').isMerged).toBe(true);
  const list = after.getWorksheet('问题清单');
  expect(list?.getRow(2).values).toEqual([
    undefined,
    '单位名册',
    'F36',
    '错误',
    problem.message,
    problem.remedy,
  ]);
  expect(list?.getCell('D3').value).toBe('=1+1');
  expect(list?.getCell('C4').value).toBe('待平衡');
  expect(list?.getCell('D5').value).toBe('另有3处没有列出。');
});

/** An office's form: widths, a merged title, formats, frozen panes, and lists for whole columns, from another sheet too. */
async function officeForm(): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('单位名册', { views: [{ state: 'frozen', xSplit: 1, ySplit: 2 }] });
  book.addWorksheet('字典', { state: 'hidden' }).addRows([['发展攻坚赛道'], ['镇街竞进赛道']]);
  sheet.columns = [{ width: 31 }, { width: 14 }];
  sheet.mergeCells('A1:D1');
  sheet.getCell('A1').value = '单位名册';
  sheet.getCell('C3').value = 0.4567;
  sheet.getCell('C3').numFmt = '0.00%';
  sheet.autoFilter = 'A2:D2';
  sheet.pageSetup = { orientation: 'landscape', paperSize: 9 };
  const rules = Object(sheet).dataValidations;
  const list = {
    type: 'list',
    allowBlank: true,
    showErrorMessage: true,
    error: '请从“列表”里选 <一个> & 确认',
  };
  rules.add('B3:B1048576', { ...list, formulae: ['"机关部门,镇街,园区"'] });
  rules.add('D3:D60', { ...list, formulae: ['字典!$A$1:$A$2'] });
  const day = { type: 'date', operator: 'greaterThan', formulae: [new Date('2026-01-01T00:00:00Z')] };
  rules.add('E3', { ...day, showInputMessage: true, promptTitle: '任职', prompt: '今年' });
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function formOf(bytes: Uint8Array) {
  const workbook = new Workbook();
  // The library would make a cell of each that a list is for.
  await workbook.xlsx.load(Buffer.from(bytes) as never, { ignoreNodes: ['dataValidations'] });
  const sheet = workbook.getWorksheet('单位名册');
  if (!sheet) throw new Error('the sheet is gone');
  const { views, autoFilter } = sheet;
  const { orientation, paperSize } = sheet.pageSetup;
  const widths = [1, 2].map((at) => sheet.getColumn(at).width);
  const cells = ['D1', 'C3'].map((at) => [sheet.getCell(at).master.address, sheet.getCell(at).numFmt]);
  return {
    views,
    autoFilter,
    orientation,
    paperSize,
    widths,
    cells,
    hidden: workbook.getWorksheet('字典')?.state,
  };
}

function rulesOf(bytes: Uint8Array): string | undefined {
  const sheet = unpackEntries(bytes, /sheet1\.xml$/).get('xl/worksheets/sheet1.xml') ?? '';
  return /<dataValidations.*<\/dataValidations>/s.exec(sheet)?.[0];
}

test('an annotated copy keeps drop-down lists, of whole columns and from other sheets, and the look of its form', async () => {
  const form = await officeForm();
  const copy = await annotate(form, { problems: [{ ...problem, cell: 'B3' }], held: [], unlisted: 0 });
  expect(rulesOf(copy)).toContain('sqref="B3:B1048576"');
  expect(rulesOf(copy)).toContain('<formula1>字典!$A$1:$A$2</formula1>');
  expect(rulesOf(copy)).toBe(rulesOf(form)?.replace('type="date"', 'type="decimal"'));
  const after = await formOf(copy);
  expect(after).toEqual(await formOf(form));
  expect(after).toMatchObject({
    widths: [31, 14],
    orientation: 'landscape',
    hidden: 'hidden',
    views: [{ xSplit: 1, ySplit: 2 }],
  });
});

test('lists that Excel keeps in its extension, since they stand on another sheet, are read too', () => {
  const xml =
    '</sheetData><extLst><ext xmlns:x14="x" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" xmlns:xm="y">' +
    '<x14:dataValidation type="list" allowBlank="1" xr:uid="{1}"><x14:formula1><xm:f>&#39;字 典&apos;!$A$1:$A$3</xm:f></x14:formula1>' +
    '<xm:sqref>C4:C90 E4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
  expect(entryRules(xml)).toEqual([
    {
      ranges: ['C4:C90', 'E4'],
      rule: expect.objectContaining({ type: 'list', allowBlank: true, formulae: ["'字 典'!$A$1:$A$3"] }),
    },
  ]);
});

test('a workbook that is too large, or cannot be written again, gets the list of its problems alone', async () => {
  const files = createMemoryFiles();
  const annotations = { problems: [problem], held: [], unlisted: 0 };
  const large = { bytes, name: '月度进度.xlsx', rows: 50_000 };
  const broken = { bytes: Buffer.from('PK broken'), name: '月度进度.xlsx', rows: 3 };
  for (const original of [large, broken]) {
    const { hash, name } = await annotatedCopy(files, original, annotations);
    expect(name).toBe('问题清单_月度进度.xlsx');
    const book = await openWorkbook((await files.get(hash)) ?? bytes);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['问题清单']);
    expect(book.getWorksheet('问题清单')?.getCell('B2').value).toBe('F36');
  }
});

test.each([
  '<dataValidation sqref="A1">',
  '<dataValidation ',
  'aaaaaaaaaa',
  '<formula1>',
  '<formula1><xm:f>',
  '<xm:sqref>',
])('drop-down lists made of %s without end are read as quickly as others', (endless) => {
  const xml = `<dataValidation ${endless.repeat(40_000)}></dataValidation><dataValidation sqref="A1">${endless.repeat(40_000)}</dataValidation>`;
  const since = performance.now();
  entryRules(xml);
  expect(performance.now() - since).toBeLessThan(2000);
});
