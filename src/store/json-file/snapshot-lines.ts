const lineFeed = 10;
const quote = 34;
const end = '\n]';

/** How much text is parsed at a time: twice as quick as in pieces of 256 KB, whose texts the engine keeps outside its heap. */
const sliceBytes = 32 * 1024;

/**
 * The collections of a `db.json` as `snapshotText` lays it out, from behind the opening brace: a line with the name, a line a document, a
 * line with the closing bracket. Documents are parsed as they are asked for; each collection's must be, before the next is asked for.
 */
export function* readCollections(
  text: Buffer,
  start: number,
): Generator<[name: string, docs: Iterable<unknown>]> {
  for (let at = start + 1; text[at] === quote; ) {
    const lineEnd = text.indexOf(lineFeed, at);
    const close = text.indexOf(end, lineEnd);
    const name: string = JSON.parse(text.toString('utf8', at, text.lastIndexOf(':', lineEnd)));
    yield [name, readDocuments(text, { from: lineEnd + 1, to: close })];
    at = text.indexOf(lineFeed, close + 1) + 1;
  }
}

function* readDocuments(text: Buffer, { from, to }: { from: number; to: number }): Generator<unknown> {
  for (let at = from; at < to; ) {
    const feed = text.indexOf(lineFeed, at + sliceBytes);
    const isLast = feed === -1 || feed >= to;
    // Behind a document that is not the last there is a comma.
    const documents: unknown[] = JSON.parse(`[${text.toString('utf8', at, isLast ? to : feed - 1)}]`);
    yield* documents;
    at = isLast ? to : feed + 1;
  }
}
