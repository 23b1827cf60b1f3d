import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WriteMeta } from '#src/store/document-store.ts';
import { nextLargeLine } from '#src/store/journal/large-line.ts';
import { emptyChain, nextLine, readLine } from '#src/store/journal/line.ts';
import type { Change } from '#src/store/memory/change.ts';
import { readyDoc } from '#src/store/memory/ready-docs.ts';

const meta: WriteMeta = { at: '2026-11-06T09:00:00+08:00', who: 'ou_a', what: 'import', why: '导入“表”' };

function report(id: string, note: string) {
  return {
    ...{ id, indicator: 'XM-01', unit: 'U01', period: '2026-10', rev: 1, value: '12.35' },
    ...{ state: 'confirmed' as const, reporter: 'C001', reported_at: meta.at, note },
  };
}

const changesOf = (notes: readonly (string | null)[], ready: boolean): Change[] =>
  notes.map((note, index) => {
    const id = `R${index}`;
    if (note === null) return { name: 'reports', id, doc: null };
    const doc = report(id, note) as Parameters<typeof readyDoc<'reports'>>[1];
    return { name: 'reports', id, doc: ready ? readyDoc('reports', doc) : doc };
  });

describe('a line made in slices', () => {
  it('is the line made in one go, byte for byte, whether its documents were made ready or not', async () => {
    const note = fc.option(fc.string({ unit: 'binary', maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(fc.array(note, { maxLength: 20 }), fc.boolean(), async (notes, ready) => {
        const changes = changesOf(notes, ready);
        const whole = nextLine(emptyChain, meta, changes);
        const sliced = await nextLargeLine(emptyChain, meta, changes);
        expect(Buffer.concat(sliced.bytes).equals(whole.bytes)).toBe(true);
        expect(sliced.end).toEqual(whole.end);
      }),
      { numRuns: 100 },
    );
  });

  it('is read again when it is megabytes long', async () => {
    const changes = changesOf(
      Array.from({ length: 4000 }, (_, index) => `第${index}条 `.repeat(30)),
      true,
    );
    const { bytes, end } = await nextLargeLine(emptyChain, meta, changes);
    expect(bytes.length).toBeGreaterThan(4);
    const read = readLine(Buffer.concat(bytes).subarray(0, -1), emptyChain);
    expect(read.end).toEqual(end);
    expect(read.line.ops.map(([name, id, doc]) => ({ name, id, doc }))).toEqual(changes);
  });
});
