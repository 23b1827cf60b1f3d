/** Bytes of a piece: some milliseconds of encoding, hashing and writing. */
const pieceLength = 1_000_000;

/** The same bytes in pieces of about 1 MB, so that whoever writes tens of megabytes can let others have their turn between them. */
export function* inPieces(parts: Iterable<Buffer>): Generator<Buffer> {
  let piece: Buffer[] = [];
  let length = 0;
  for (const part of parts) {
    piece.push(part);
    length += part.length;
    if (length < pieceLength) continue;
    yield Buffer.concat(piece);
    piece = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(piece);
}
