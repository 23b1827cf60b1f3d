import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotatedCopy } from '#src/documents/annotated-copy.ts';
import { createMemoryFiles } from '#src/store/memory/memory-files.ts';
import { openWorkbook } from '../support/sent-workbooks.ts';

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
