import { readFile } from 'node:fs/promises';
import { batchIn, salvageBatch } from '../journal/batch-file.ts';
import { type ChainEnd, checkedJson, type Line, type Operation, readLine } from '../journal/line.ts';
import { joinParted, mendBit, partJoined } from '../journal/mend-bit.ts';
import { locateSegments } from '../journal/segments.ts';

/** Transactions that cannot be read any more: numbers from … to, and what can still be made out of their damaged text. */
interface Lost {
  readonly from: number;
  readonly to: number;
  /** `collection id`, as far as the damaged text still shows them; not certain. */
  readonly documents: readonly string[];
  /** Of one transaction so many documents of its batch; absent: all of it. */
  readonly some?: number;
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
  /** Numbers of lines, or of lines with a batch, of which a flipped bit was turned back: their checksums prove them right. */
  readonly mended: readonly number[];
  /** Bytes at the end of the newest segment that a crash cut off and nobody was told of. */
  readonly torn: number;
  /** The numbers of all segments. */
  readonly numbers: readonly number[];
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
  return attempt(() => JSON.parse(checkedJson(text)) as Line);
}

/** How many lines a damaged text was, at least: each says once what it links to. */
function linesIn(text: Buffer): number {
  return Math.max(1, text.toString('latin1').match(/"prev":"[0-9a-f]{64}"/g)?.length ?? 0);
}

function documentsIn(text: Buffer): string[] {
  const found = text.toString('latin1').matchAll(/\["(@?[a-z_]{2,30})","([\w:|.-]{1,80})",/g);
  return [...found].map(([, name, id]) => `${name} ${id}`);
}

/** A line with what its batches hold, and as it can be written again: in place of a damaged batch with what is left of it. */
async function openBatches(dir: string, line: Line) {
  const full: Operation[] = [];
  const rewritten: Operation[] = [];
  let lost = 0;
  let isWhole = true;
  for (const operation of line.ops) {
    const file = batchIn(operation);
    const found = file ? await salvageBatch(dir, file) : { operations: [operation], isWhole: true, lost: 0 };
    for (const one of found.operations) full.push(one);
    for (const one of found.isWhole ? [operation] : found.operations) rewritten.push(one);
    lost += found.lost;
    isWhole &&= found.isWhole;
  }
  return { full: { ...line, ops: full }, rewritten: { ...line, ops: rewritten }, isWhole, lost };
}

/** Reads line after line; keeps what is whole, notes what is not. */
class Salvager {
  end: ChainEnd;
  bad: Salvage['bad'];
  readonly behind: Line[] = [];
  readonly lost: Lost[] = [];
  readonly mended: number[] = [];
  readonly #dir: string;
  readonly #each: (line: Line) => void;
  #newest: number;
  #damaged: string[] = [];
  #pieces = 0;

  constructor(dir: string, { from, each }: Pick<Salvaging, 'from' | 'each'>) {
    this.end = from;
    this.#dir = dir;
    this.#newest = from.seq;
    this.#each = each;
  }

  async take(text: Buffer, place: { number: number; offset: number }): Promise<void> {
    if (!this.bad) {
      const read = attempt(() => readLine(text, this.end));
      if (read) return this.#follow(read, place);
      this.bad = place;
      const mended = mendBit(text, (one) => readLine(one, this.end));
      if (mended) return this.mend(mended.line);
    }
    const line = readAlone(text);
    // A number that was had already: a repeated or exchanged line.
    if (line && line.seq > this.#newest) return this.#keep(line);
    if (line) return;
    const two = partJoined(text, (one) => readAlone(one));
    for (const one of two ?? []) await this.mend(one);
    if (two) return;
    this.#pieces += linesIn(text);
    this.#damaged.push(...documentsIn(text));
  }

  /** A line that was made whole again. */
  async mend(line: Line): Promise<void> {
    if (line.seq <= this.#newest) return;
    this.mended.push(line.seq);
    await this.#keep(line);
  }

  miss(place: { number: number; offset: number }): void {
    this.bad ??= place;
  }

  /** Damaged text behind the last readable line: at least one transaction. */
  finish(): void {
    if (this.#pieces > 0) this.#noteLost(this.#newest + this.#pieces);
  }

  /** A whole line; whole only with its batches. */
  async #follow(read: { line: Line; end: ChainEnd }, place: { number: number; offset: number }) {
    const opened = await openBatches(this.#dir, read.line);
    if (!opened.isWhole) {
      this.bad = place;
      return this.#keep(read.line);
    }
    this.end = read.end;
    this.#accept(opened.full);
  }

  async #keep(line: Line): Promise<void> {
    if (line.seq > this.#newest + 1) this.#noteLost(line.seq - 1);
    const { full, rewritten, isWhole, lost } = await openBatches(this.#dir, line);
    if (!isWhole && lost === 0 && !this.mended.includes(line.seq)) this.mended.push(line.seq);
    if (lost > 0) this.lost.push({ from: line.seq, to: line.seq, documents: [], some: lost });
    this.behind.push(rewritten);
    this.#accept(full);
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
  const salvager = new Salvager(dir, { from, each });
  const last = Math.max(first, places.at(-1)?.number ?? 0);
  let torn = 0;
  for (let number = first; number <= last; number += 1) {
    const place = places.find((one) => one.number === number);
    if (!place) salvager.miss({ number, offset: 0 });
    else
      torn = await readPieces(salvager, {
        number,
        bytes: await readFile(place.path),
        newest: number === last,
      });
  }
  salvager.finish();
  const { end, bad, behind, lost, mended } = salvager;
  return { end, bad, behind, lost, mended, torn, numbers: places.map(({ number }) => number) };
}

/** Takes all lines of a segment; returns the bytes of a torn last one. */
async function readPieces(
  salvager: Salvager,
  { number, bytes, newest }: { number: number; bytes: Buffer; newest: boolean },
): Promise<number> {
  let offset = 0;
  for (let feed = bytes.indexOf(10); feed !== -1; feed = bytes.indexOf(10, offset)) {
    const text = bytes.subarray(offset, feed);
    const next = bytes.indexOf(10, feed + 1);
    const parted =
      next === -1 || readAlone(text)
        ? undefined
        : joinParted(bytes.subarray(offset, next), feed - offset, readAlone);
    if (parted) {
      salvager.miss({ number, offset });
      await salvager.mend(parted);
    } else await salvager.take(text, { number, offset });
    offset = (parted ? next : feed) + 1;
  }
  const rest = bytes.subarray(offset);
  // Whole but for its end: a line whose line feed is damaged. What else is without end in the newest segment a crash has cut off.
  const isWhole = readAlone(rest.subarray(0, -1)) !== undefined;
  if (newest && !isWhole) return rest.length;
  if (rest.length > 0) salvager.miss({ number, offset });
  if (rest.length > 0) await salvager.take(isWhole ? rest.subarray(0, -1) : rest, { number, offset });
  return 0;
}
