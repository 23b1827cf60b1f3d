import { crc32 } from 'node:zlib';
import { checksumText } from './line.ts';

const prefixLength = 9;
const lineFeed = 10;
const lineBegin = /^[0-9a-f]{8} \{/;
/** Trying every bit of a longer line would take too long. */
const longestMendable = 16_384;

/** What `read` makes of a line (without its line feed) with the one bit turned back whose flip explains its checksum; undefined when there is none. `read` throws where the line is still not right. */
export function mendBit<T>(damaged: Buffer, read: (text: Buffer) => T): T | undefined {
  if (damaged.length > longestMendable) return undefined;
  const text = Buffer.from(damaged);
  const wanted = text.toString('latin1', 0, prefixLength);
  const own = crc32(text.subarray(prefixLength));
  for (let bit = 0; bit < text.length * 8; bit += 1) {
    const at = bit >> 3;
    text[at] = (text[at] ?? 0) ^ (1 << (bit & 7));
    const sum = at < prefixLength ? own : crc32(text.subarray(prefixLength));
    const prefix = at < prefixLength ? text.toString('latin1', 0, prefixLength) : wanted;
    if (`${checksumText(sum)} ` === prefix) {
      try {
        return read(text);
      } catch {
        // Another bit explains the checksum too, but not the line.
      }
    }
    text[at] = (text[at] ?? 0) ^ (1 << (bit & 7));
  }
  return undefined;
}

/** The two lines of a text between which one flipped bit took the line feed away; undefined when there are none. `read` returns undefined where a line is not right. */
export function partJoined<T>(damaged: Buffer, read: (text: Buffer) => T | undefined): [T, T] | undefined {
  for (const [at, byte] of damaged.entries()) {
    if (
      !isOneBit(byte ^ lineFeed) ||
      !lineBegin.test(damaged.toString('latin1', at + 1, at + 1 + prefixLength + 1))
    )
      continue;
    const first = read(damaged.subarray(0, at));
    const second = first && read(damaged.subarray(at + 1));
    if (first && second) return [first, second];
  }
  return undefined;
}

/** The one line of a text in which one flipped bit made the line feed at `feed`; undefined when it is none. */
export function joinParted<T>(
  damaged: Buffer,
  feed: number,
  read: (text: Buffer) => T | undefined,
): T | undefined {
  const text = Buffer.from(damaged);
  for (let bit = 0; bit < 8; bit += 1) {
    text[feed] = lineFeed ^ (1 << bit);
    const line = read(text);
    if (line) return line;
  }
  return undefined;
}

function isOneBit(difference: number): boolean {
  return difference !== 0 && (difference & (difference - 1)) === 0;
}
