import { inflateRawSync } from 'node:zlib';

const localHeader = Buffer.from('PK\u0003\u0004', 'latin1');

/** The parts of a Word file by name, as text. Sizes are read from the central directory, since a stream leaves them out before its data. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  const parts = new Map<string, string>();
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [named, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + (named ?? 0));
    const local = zip.readUInt32LE(at + 42);
    if (!zip.subarray(local, local + 4).equals(localHeader)) throw new Error(`${name} has no header`);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + size);
    parts.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + (named ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );

/** What a Word file says, paragraph by paragraph: head, body, foot; and its document's XML. */
export function wordText(bytes: Uint8Array) {
  const parts = partsOf(bytes);
  const of = (pattern: RegExp) =>
    [...parts].flatMap(([name, xml]) => (pattern.test(name) ? textOf(xml) : []));
  return {
    head: of(/^word\/header\d*\.xml$/),
    body: of(/^word\/document\.xml$/),
    foot: of(/^word\/footer\d*\.xml$/),
    xml: parts.get('word/document.xml') ?? '',
  };
}
