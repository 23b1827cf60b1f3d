import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSnapshot, sealOf, snapshotText } from '#src/store/json-file/snapshot-format.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\n]', '\n},\n', '"collections": {', '重点项目'),
);
const document = fc.record({ id: text, value: fc.jsonValue() });
const collections = fc.uniqueArray(fc.tuple(text, fc.array(document, { maxLength: 5 })), {
  selector: ([name]) => name,
  maxLength: 4,
});

const head = { mode: 'production', gen: 3, seq: 7, head: '0'.repeat(64), lastAt: null } as const;

function sealed(body: string): Buffer {
  return Buffer.from(body + sealOf(createHash('sha256').update(body).digest('hex')));
}

const read = (bytes: Buffer) =>
  [...parseSnapshot(bytes, 'folder').collections].map(([name, docs]) => [name, [...docs]]);

describe('a sealed snapshot', () => {
  it('read by the line holds what it was written from, whatever the documents say', () => {
    fc.assert(
      fc.property(collections, (written) => {
        const bytes = sealed([...snapshotText({ ...head, collections: written })].join(''));
        expect(read(bytes)).toEqual(JSON.parse(JSON.stringify(written)));
      }),
    );
  });

  it('is read whole where a collection is longer than what is parsed at a time', () => {
    const docs = Array.from({ length: 3_000 }, (_, n) => ({ id: `R${n}`, note: '说明'.repeat(n % 40) }));
    const bytes = sealed([...snapshotText({ ...head, collections: [['reports', docs]] })].join(''));
    expect(read(bytes)).toEqual([['reports', docs]]);
  });

  it('laid out in another way is read too', () => {
    const written = { format: 1, ...head, collections: { units: [{ id: 'U01' }] } };
    const body = `${JSON.stringify(written).slice(0, -1)},\n`;
    expect(read(sealed(body))).toEqual([['units', [{ id: 'U01' }]]]);
  });
});
