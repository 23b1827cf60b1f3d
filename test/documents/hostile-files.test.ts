import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Workbook } from '#src/documents/library/excel-library.ts';
import { planWorkbook, previewWorkbook } from '#src/documents/reading/plan-workbook.ts';
import { readSheets } from '#src/documents/reading/read-sheets.ts';
import { planImport } from '#src/domain/import/plan-import.ts';
import { StrongError } from '#src/shared/errors.ts';
import { demoBase, importing, nothingStored, workbookBytes } from '../support/workbooks.ts';

interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
  /** What the directory says it unpacks to; the truth when absent. */
  readonly declared?: number;
  readonly flags?: number;
}

/** A zip archive written by hand, so that it may lie. */
function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, declared = data.length, flags = 0 } of entries) {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declared, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(declared, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    at += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const book = { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') };

async function sayOf(bytes: Uint8Array): Promise<string> {
  try {
    await readSheets(bytes);
  } catch (error) {
    if (error instanceof StrongError) return error.say;
    throw error;
  }
  return '';
}

describe('a file that cannot be read is refused with a sentence that says what to do', () => {
  test.each([
    ['50 MB', Buffer.alloc(50 * 1024 * 1024), /超过 20MB/],
    ['nothing at all', Buffer.alloc(0), /不是 Excel 工作簿/],
    ['a text', Buffer.from('单位,指标\n学府街道,固投'), /另存为 \.xlsx/],
    ['an .xls or an encrypted workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /加密.*旧版 \.xls/],
    ['a zip that is no workbook', zipOf([{ name: 'a.txt', data: Buffer.from('a') }]), /没有工作表/],
    ['an entry with a password', zipOf([{ ...book, flags: 1 }]), /密码/],
    ['half a workbook', Buffer.from(workbookBytes('单位与干部').subarray(0, 9000)), /损坏/],
  ])('%s', async (_, bytes, words) => {
    expect(await sayOf(bytes)).toMatch(words);
  });

  test('a zip bomb that says how large it is', async () => {
    const bomb = zipOf([
      book,
      { name: 'xl/worksheets/sheet1.xml', data: Buffer.from('a'), declared: 0xfffffff0 },
    ]);
    expect(await sayOf(bomb)).toMatch(/解压后过大/);
  });

  test('a zip bomb that lies about it is stopped while it unpacks', async () => {
    const zeros = { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(30 * 1024 * 1024), declared: 1000 };
    expect(await sayOf(zipOf([book, zeros]))).toMatch(/解压后过大/);
  });
});

test('cells merged over a whole sheet are refused before the library makes each of them', async () => {
  const merged =
    '<worksheet><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
  const sheet = { name: 'xl/worksheets/sheet1.xml', data: Buffer.from(merged) };
  expect(await sayOf(zipOf([book, sheet]))).toMatch(/解压后过大/);
});

test('mutated workbooks are read or refused, and never crash', async () => {
  const good = Buffer.from(workbookBytes('单位与干部'));
  const place = fc.record({ at: fc.nat(good.length - 1), byte: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(place, { minLength: 1, maxLength: 20 }),
      fc.nat(good.length),
      async (changes, end) => {
        const bytes = Buffer.from(good);
        for (const { at, byte } of changes) bytes[at] = byte;
        const cut = end % 3 === 0 ? bytes.subarray(0, end) : bytes;
        try {
          planImport(await readSheets(cut), nothingStored, importing);
        } catch (error) {
          expect(error).toBeInstanceOf(StrongError);
        }
      },
    ),
    { numRuns: 25 },
  );
});

async function written(fill: (workbook: InstanceType<typeof Workbook>) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('cells', () => {
  async function cellsOf(
    values: readonly unknown[],
    formats: readonly (string | undefined)[] = [],
    date1904 = false,
  ) {
    const bytes = await written((workbook) => {
      workbook.properties.date1904 = date1904;
      const row = workbook.addWorksheet('表').getRow(1);
      for (const [index, value] of values.entries()) {
        const cell = row.getCell(index + 1);
        cell.value = value as string;
        const format = formats[index];
        if (format) cell.numFmt = format;
      }
    });
    const [sheet] = await readSheets(bytes);
    return sheet?.rows[0]?.cells.map((cell) => cell && [cell.kind, cell.text]);
  }

  test('a formula is read by its saved value, an error and a missing value as such', async () => {
    const values = [
      { formula: 'A2+1', result: 12.5 },
      { formula: 'A2', result: '学府街道' },
      { formula: 'A2', result: { error: '#REF!' } },
      { formula: 'WEBSERVICE("http://x.example")' },
      { error: '#N/A' },
    ];
    expect(await cellsOf(values)).toEqual([
      ['number', '12.5'],
      ['text', '学府街道'],
      ['error', '#REF!'],
      ['error', '公式没有计算结果'],
      ['error', '#N/A'],
    ]);
  });

  test('text that looks like a formula stays text', async () => {
    expect(await cellsOf(['=1+1', "+cmd|' /C calc'!A0", '@SUM(A1)'])).toEqual([
      ['text', '=1+1'],
      ['text', "+cmd|' /C calc'!A0"],
      ['text', '@SUM(A1)'],
    ]);
  });

  test('percentages, dates, rich text, links, booleans and blanks are told apart', async () => {
    const values = [
      0.075,
      12,
      new Date(Date.UTC(2026, 9, 1)),
      { richText: [{ text: ' P' }, { text: 'M2.5' }] },
      { text: '固投', hyperlink: 'http://x.example' },
      true,
      ' 　',
      0.1 + 0.2,
    ];
    expect(await cellsOf(values, ['0.0%', '0"%"', 'yyyy"年"m"月"'])).toEqual([
      ['percent', '0.075'],
      ['number', '12'],
      ['date', '2026-10-01'],
      ['text', 'PM2.5'],
      ['text', '固投'],
      ['boolean', 'TRUE'],
      undefined,
      ['number', '0.3'],
    ]);
  });

  test('dates counted from 1904 are the same days', async () => {
    expect(await cellsOf([new Date(Date.UTC(2026, 9, 1))], ['yyyy-mm-dd'], true)).toEqual([
      ['date', '2026-10-01'],
    ]);
  });
});

describe('in the worker', () => {
  const limits = { tasks: null, locks: [], now: importing.at };

  test('a plan comes back whole, a preview alone with its progress', async () => {
    const stages: string[] = [];
    const base = { ...demoBase(), reports: [] };
    const work = { bytes: workbookBytes('月度进度'), base, moment: importing, limits };
    const { preview, changes } = await planWorkbook(work);
    expect(changes.reports.added).toHaveLength(13_477);
    expect(preview.problems).toHaveLength(7);
    const other = { ...work, bytes: workbookBytes('单位与干部') };
    const alone = await previewWorkbook(other, ({ stage, rows }) => stages.push(`${stage} ${rows}`));
    expect(alone.summary).toMatchObject({ kinds: ['单位与干部'], errors: 5 });
    expect(stages).toEqual(['open 0', expect.stringMatching(/^check \d+$/)]);
  });

  test('a file that cannot be read is refused with the same sentence', async () => {
    const work = { bytes: Buffer.from('no workbook'), base: nothingStored, moment: importing, limits };
    await expect(planWorkbook(work)).rejects.toMatchObject({
      code: 'unreadable_file',
      say: expect.stringContaining('不是 Excel'),
    });
  });
});
