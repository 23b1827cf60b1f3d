import { inflateRawSync } from 'node:zlib';
import { errors } from '../../shared/errors.ts';

/** The largest file that is opened, in bytes: a year of a large district is a tenth of it. */
const largestWorkbook = 20 * 1024 * 1024;

const mostEntries = 2000;
/** What all entries together may unpack to; 50,000 rows with 16 columns are about 60 MB. */
const mostUnpacked = 300 * 1024 * 1024;
/** Sheets shrink to a tenth, empty ones to a hundredth; a bomb to a thousandth. */
const highestRatio = 250;
const ratioMattersFrom = 5 * 1024 * 1024;

const mostMerged = 500_000;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const longestComment = 65_535;

const broken = () =>
  errors.unreadableFile('文件已损坏，无法打开。请在 Excel 中打开后另存为 .xlsx，再重新发送。');
const tooMuch = () =>
  errors.unreadableFile(
    '文件解压后过大，已停止读取。请删去多余的空行、合并单元格、图片和工作表后另存，再重新发送。',
  );

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const bufferOf = (file: Uint8Array) => Buffer.from(file.buffer, file.byteOffset, file.byteLength);

/** Refuses by size and first bytes what is no workbook: cheap enough for any thread. Old .xls files and encrypted workbooks are both compound files. */
export function refuseOtherKinds(file: Uint8Array): void {
  const bytes = bufferOf(file);
  if (bytes.length > largestWorkbook)
    throw errors.unreadableFile('文件超过 20MB，无法导入。请拆分成几个文件，或删去图片后重新发送。');
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw errors.unreadableFile(
      '这是加密的工作簿或旧版 .xls 文件，无法读取。请取消密码，并另存为 .xlsx 后重新发送。',
    );
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK')
    throw errors.unreadableFile('这不是 Excel 工作簿（.xlsx），无法读取。请另存为 .xlsx 后重新发送。');
}

function endOfDirectory(bytes: Buffer): { count: number; at: number } {
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endMark)
      return { count: bytes.readUInt16LE(at + 10), at: bytes.readUInt32LE(at + 16) };
  }
  throw broken();
}

/** Entries as the central directory declares them; what is out of bounds throws a RangeError. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = endOfDirectory(bytes);
  if (end.count > mostEntries) throw tooMuch();
  const entries: Entry[] = [];
  let at = end.at;
  for (let index = 0; index < end.count; index += 1) {
    if (bytes.readUInt32LE(at) !== entryMark) throw broken();
    if ((bytes.readUInt16LE(at + 8) & 1) === 1)
      throw errors.unreadableFile('文件设有密码，无法读取。请取消密码后重新发送。');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function dataOf(bytes: Buffer, { at, packed }: Entry): Buffer {
  if (bytes.readUInt32LE(at) !== localMark) throw broken();
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) throw broken();
  return bytes.subarray(from, from + packed);
}

/** What an entry really unpacks to, whatever it declares; never more memory than is left. */
function unpacked(bytes: Buffer, entry: Entry, left: number): Buffer {
  if (entry.method === 0) return dataOf(bytes, entry);
  if (entry.method !== 8) throw broken();
  try {
    return inflateRawSync(dataOf(bytes, entry), { maxOutputLength: left });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooMuch() : broken();
  }
}

const mergedRange = /<(?:\w+:)?mergeCell[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The library makes a cell of every merged one: a merge over a whole sheet would be 17,000 million. */
function checkMerges({ name }: Entry, data: Buffer): void {
  if (!name.startsWith('xl/worksheets/')) return;
  const from = data.lastIndexOf('sheetData');
  let cells = 0;
  for (const [, left = '', top, right = '', bottom] of data
    .subarray(from)
    .toString('latin1')
    .matchAll(mergedRange)) {
    const columns = Math.abs(columnNumber(right) - columnNumber(left)) + 1;
    cells += columns * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  if (cells > mostMerged) throw tooMuch();
}

function checkSizes(bytes: Buffer, entries: readonly Entry[]): void {
  const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const limit = Math.min(mostUnpacked, Math.max(ratioMattersFrom, bytes.length * highestRatio));
  if (declared > limit) throw tooMuch();
  let left = limit;
  for (const entry of entries) {
    const data = unpacked(bytes, entry, left);
    checkMerges(entry, data);
    left -= data.length;
    if (left <= 0) throw tooMuch();
  }
}

/** The texts of the entries whose names match, of a file that `checkZip` has let pass. */
export function unpackEntries(file: Uint8Array, wanted: RegExp): ReadonlyMap<string, string> {
  const bytes = bufferOf(file);
  const entries = entriesOf(bytes).filter(({ name }) => wanted.test(name));
  return new Map(entries.map((entry) => [entry.name, unpacked(bytes, entry, mostUnpacked).toString('utf8')]));
}

/**
 * Refuses, before anything is unpacked for good, a file that is no workbook, too large, encrypted, broken or a zip bomb; throws a
 * StrongError with the sentence for the sender.
 */
export function checkZip(file: Uint8Array): void {
  const bytes = bufferOf(file);
  refuseOtherKinds(bytes);
  try {
    const entries = entriesOf(bytes);
    if (!entries.some(({ name }) => name === 'xl/workbook.xml'))
      throw errors.unreadableFile('文件里没有工作表，无法读取。请在 Excel 中另存为 .xlsx 后重新发送。');
    checkSizes(bytes, entries);
  } catch (error) {
    if (error instanceof RangeError) throw broken();
    throw error;
  }
}
