import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozenCopy } from '#src/store/memory/frozen.ts';

function isFrozenThrough(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozenThrough);
}

const keys = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('__proto__', 'toString', '0'));
const leaves = [
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0, Number.NaN),
  fc.date({ noInvalidDate: true }),
];
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    ...leaves,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
  ),
}));

describe('a document as the store keeps it', () => {
  it('is what a restart would read from disk, frozen through and through, whatever was put', () => {
    fc.assert(
      fc.property(tree, (held) => {
        const copy = frozenCopy({ held });
        expect(JSON.stringify(copy)).toBe(JSON.stringify({ held }));
        expect(copy).toStrictEqual(JSON.parse(JSON.stringify({ held })));
        expect(isFrozenThrough(copy)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('shares nothing with what was put', () => {
    const held = { list: [{ text: 'a' }] };
    const copy = frozenCopy(held);
    held.list[0] = { text: 'b' };
    expect(copy).toEqual({ list: [{ text: 'a' }] });
  });
});
