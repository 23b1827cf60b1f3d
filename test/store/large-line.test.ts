import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WriteMeta } from '#src/store/document-store.ts';
import { nextLargeLine } from '#src/store/journal/large-line.ts';
import { emptyChain, nextLine, type Operation, readLine } from '#src/store/journal/line.ts';

const meta: WriteMeta = { at: '2026-11-06T09:00:00+08:00', who: 'ou_a', what: 'import', why: '导入“表”' };

function report(id: string, note: string) {
  return {
    ...{ id, indicator: 'XM-01', unit: 'U01', period: '2026-10', rev: 1, value: '12.35' },
    ...{ state: 'confirmed' as const, reporter: 'C001', reported_at: meta.at, note },
  };
}

const opsOf = (notes: readonly (string | null)[]): Operation[] =>
  notes.map((note, index) => ['reports', `R${index}`, note === null ? null : report(`R${index}`, note)]);

describe('a line made in slices', () => {
  it('is the line made in one go, byte for byte', async () => {
    const note = fc.option(fc.string({ unit: 'binary', maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(fc.array(note, { maxLength: 20 }), async (notes) => {
        const ops = opsOf(notes);
        const whole = nextLine(emptyChain, meta, ops);
        const sliced = await nextLargeLine(emptyChain, meta, ops);
        expect(Buffer.concat(sliced.bytes).equals(whole.bytes)).toBe(true);
        expect(sliced.end).toEqual(whole.end);
      }),
      { numRuns: 100 },
    );
  });

  it('is read again when it is megabytes long', async () => {
    const ops = opsOf(Array.from({ length: 4000 }, (_, index) => `第${index}条 `.repeat(30)));
    const { bytes, end } = await nextLargeLine(emptyChain, meta, ops);
    expect(bytes.length).toBeGreaterThan(4);
    const read = readLine(Buffer.concat(bytes).subarray(0, -1), emptyChain);
    expect(read.end).toEqual(end);
    expect(read.line.ops).toEqual(ops);
  });
});
