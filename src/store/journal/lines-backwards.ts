import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 64 * 1024;
const lineFeed = 10;

/** The newest bytes of a line that is longer than what is read at once are left out. */
export interface RawLine {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

/** A line that does not end within the chunks kept so far. */
class Tail {
  #chunks: Buffer[] = [];
  #length = 0;

  add(chunk: Buffer): void {
    // Of a very long line only its first bytes are wanted: they come last.
    this.#chunks = this.#length > mostBytes ? [chunk] : [chunk, ...this.#chunks];
    this.#length += chunk.length;
  }

  take(first: Buffer): RawLine {
    this.add(first);
    const whole = this.#length <= mostBytes;
    const bytes = Buffer.concat(whole ? this.#chunks : this.#chunks.slice(0, 2));
    this.#chunks = [];
    this.#length = 0;
    return { bytes, whole };
  }
}

/** Lines above this are not parsed: that would hold the loop for longer than a few ms. */
const mostBytes = 256 * 1024;

/** The whole lines of a file from its end to its beginning, a chunk's worth at a time; what follows the last line feed is not yet a line. */
export async function* linesBackwards(file: FileHandle): AsyncGenerator<RawLine[]> {
  const { size } = await file.stat();
  const tail = new Tail();
  let begun = false;
  for (let end = size; end > 0; end -= chunkBytes) {
    const start = Math.max(0, end - chunkBytes);
    const { buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
    const lines: RawLine[] = [];
    let to = buffer.length;
    for (
      let feed = buffer.lastIndexOf(lineFeed);
      feed !== -1;
      feed = feed === 0 ? -1 : buffer.lastIndexOf(lineFeed, feed - 1)
    ) {
      const line = tail.take(buffer.subarray(feed + 1, to));
      if (begun && line.bytes.length > 0) lines.push(line);
      begun = true;
      to = feed;
    }
    tail.add(buffer.subarray(0, to));
    yield lines;
  }
  const first = tail.take(Buffer.alloc(0));
  if (begun && first.bytes.length > 0) yield [first];
}
