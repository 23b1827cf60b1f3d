import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type ChainEnd, type Line, readLine } from '../journal/line.ts';
import { locateSegments } from '../journal/segments.ts';

/** Transactions that cannot be read any more: numbers from … to, and what can still be made out of their damaged text. */
interface Lost {
  readonly from: number;
  readonly to: number;
  /** `collection id`, as far as the damaged text still shows them; not certain. */
  readonly documents: readonly string[];
}

/** What can be read of a journal although parts of it are damaged or missing. */
export interface Salvage {
  /** The first bad place, undefined when there is none. */
  readonly bad: { readonly number: number; readonly offset: number } | undefined;
  /** Where the whole chain before it ends. */
  readonly end: ChainEnd;
  /** Readable lines behind it, in order. */
  readonly behind: readonly Line[];
  readonly lost: readonly Lost[];
  /** Numbers of lines of which one flipped bit was turned back: the checksum and the chain prove them right. */
  readonly mended: readonly number[];
  /** Bytes at the end of the newest segment that a crash cut off and nobody was told of. */
  readonly torn: number;
  /** The numbers of all segments. */
  readonly numbers: readonly number[];
}

const prefixLength = 9;
/** Trying every bit of a longer line would take too long. */
const longestMendable = 16_384;

/** The line with the one bit turned back whose flip explains its checksum and that fits the chain; undefined when there is none. */
function mendBit(text: Buffer, end: ChainEnd): { line: Line; end: ChainEnd; text: Buffer } | undefined {
  if (text.length > longestMendable) return undefined;
  const wanted = text.toString('latin1', 0, prefixLength);
  const own = crc32(text.subarray(prefixLength));
  for (let bit = 0; bit < text.length * 8; bit += 1) {
    const at = bit >> 3;
    text[at] = (text[at] ?? 0) ^ (1 << (bit & 7));
    const sum = at < prefixLength ? own : crc32(text.subarray(prefixLength));
    const prefix = at < prefixLength ? text.toString('latin1', 0, prefixLength) : wanted;
    if (`${sum.toString(16).padStart(8, '0')} ` === prefix) {
      const read = attempt(() => readLine(text, end));
      if (read) return { ...read, text };
    }
    text[at] = (text[at] ?? 0) ^ (1 << (bit & 7));
  }
  return undefined;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** A line whose checksum is right, wherever it stands. */
function readAlone(text: Buffer): Line | undefined {
  const json = text.subarray(prefixLength);
  if (text.toString('latin1', 0, prefixLength) !== `${crc32(json).toString(16).padStart(8, '0')} `)
    return undefined;
  return attempt(() => JSON.parse(json.toString()) as Line);
}

function documentsIn(text: Buffer): string[] {
  const found = text.toString('latin1').matchAll(/\["([a-z_]{2,30})","([\w:|.-]{1,80})",/g);
  return [...found].map(([, name, id]) => `${name} ${id}`);
}

/** Reads line after line; keeps what is whole, notes what is not. */
class Salvager {
  end: ChainEnd;
  bad: Salvage['bad'];
  readonly behind: Line[] = [];
  readonly lost: Lost[] = [];
  readonly mended: number[] = [];
  readonly #each: (line: Line) => void;
  #newest: number;
  #damaged: string[] = [];
  #pieces = 0;

  constructor(from: ChainEnd, each: (line: Line) => void) {
    this.end = from;
    this.#newest = from.seq;
    this.#each = each;
  }

  take(text: Buffer, place: { number: number; offset: number }): void {
    if (!this.bad) {
      const read = attempt(() => readLine(text, this.end));
      if (read) {
        this.end = read.end;
        this.#accept(read.line);
        return;
      }
      this.bad = place;
      const mended = mendBit(Buffer.from(text), this.end);
      if (mended) {
        this.mended.push(mended.line.seq);
        this.#keep(mended.line);
        return;
      }
    }
    const line = readAlone(text);
    // A number that was had already: a repeated or exchanged line.
    if (line && line.seq > this.#newest) this.#keep(line);
    else if (!line) {
      this.#pieces += 1;
      this.#damaged.push(...documentsIn(text));
    }
  }

  miss(place: { number: number; offset: number }): void {
    this.bad ??= place;
  }

  /** Damaged text behind the last readable line: at least one transaction. */
  finish(): void {
    if (this.#pieces > 0) this.#noteLost(this.#newest + this.#pieces);
  }

  #keep(line: Line): void {
    if (line.seq > this.#newest + 1) this.#noteLost(line.seq - 1);
    this.behind.push(line);
    this.#accept(line);
  }

  #accept(line: Line): void {
    this.#newest = line.seq;
    this.#pieces = 0;
    this.#damaged = [];
    this.#each(line);
  }

  #noteLost(to: number): void {
    this.lost.push({ from: this.#newest + 1, to, documents: [...new Set(this.#damaged)] });
  }
}

interface Salvaging {
  /** The first segment that matters, and the chain before it. */
  readonly first: number;
  readonly from: ChainEnd;
  /** Called with each readable line in order. */
  each(line: Line): void;
}

/** Reads all that can be read of a folder's journal from a segment on; changes nothing. */
export async function salvage(dir: string, { first, from, each }: Salvaging): Promise<Salvage> {
  const places = await locateSegments(dir);
  const salvager = new Salvager(from, each);
  const last = Math.max(first, places.at(-1)?.number ?? 0);
  let torn = 0;
  for (let number = first; number <= last; number += 1) {
    const place = places.find((one) => one.number === number);
    if (!place) salvager.miss({ number, offset: 0 });
    else torn = readPieces(salvager, { number, bytes: await readFile(place.path), newest: number === last });
  }
  salvager.finish();
  const { end, bad, behind, lost, mended } = salvager;
  return { end, bad, behind, lost, mended, torn, numbers: places.map(({ number }) => number) };
}

/** Takes all lines of a segment; returns the bytes of a torn last one. */
function readPieces(
  salvager: Salvager,
  { number, bytes, newest }: { number: number; bytes: Buffer; newest: boolean },
): number {
  let offset = 0;
  for (let feed = bytes.indexOf(10); feed !== -1; feed = bytes.indexOf(10, offset)) {
    salvager.take(bytes.subarray(offset, feed), { number, offset });
    offset = feed + 1;
  }
  const rest = bytes.subarray(offset);
  // Whole but for its end: a line whose line feed is damaged. What else is without end in the newest segment a crash has cut off.
  const isWhole = readAlone(rest.subarray(0, -1)) !== undefined;
  if (newest && !isWhole) return rest.length;
  if (rest.length > 0) salvager.miss({ number, offset });
  if (rest.length > 0) salvager.take(isWhole ? rest.subarray(0, -1) : rest, { number, offset });
  return 0;
}
