import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cardSamples } from '#cards/index.ts';
import { fitsShape } from '#cards/kit/fits.ts';
import { bytesOf, isCertainlyWithin } from '#cards/kit/measure-card.ts';
import { shapes } from '#cards/kit/shape-of.ts';
import { rootShape } from '#cards/kit/shapes/root.ts';

type Node = Record<string, unknown>;

/** Everything with a tag in the sample cards, each kind of look once, and the cards themselves. */
function* tagged(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  if ('tag' in node && `${node.tag}` in shapes) yield node as Node;
  for (const item of Object.values(node)) yield* tagged(item);
}
const lookOf = (node: object) => `${'tag' in node && node.tag}${Object.keys(node).sort()}`;
const cards = cardSamples.map(({ card }) => card as object as Node);
const elements = [
  ...new Map(cards.flatMap((one) => [...tagged(one)]).map((one) => [lookOf(one), one])).values(),
];
const shapeOf = ({ tag }: Node) => shapes[`${tag}`] ?? rootShape;

const holes: unknown[] = [];
holes.length = 2;
const odd = fc.constantFrom<unknown[]>(
  ...[undefined, null, '', ' ', 'x', '😀'.repeat(60), '字'.repeat(100), '字'.repeat(101), 'auto', 'grey'],
  ...['15px', '16px', '600px', '601px', '1px 2px', '50%', '0%', '2026-11-06', '2.0', 'a_1', '1a'],
  ...[0, 1, 5, 6, 1.5, -1, 1001, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, true, false],
  ...[[], [null], [undefined], holes, {}, Object.create(null), new Date(0), new Map(), () => 1],
  ...[{ tag: 'plain_text', content: '' }, { tag: 'plain_text', content: 'x', more: 1 }, [{ text: 'x' }]],
  ...[[{ type: 'callback', value: {} }], [{ type: 'callback', value: { [Symbol('x')]: 1 } }]],
  ...[[{ type: 'open_url', default_url: 'ftp://x' }], Object.create({ inherited: 1 })],
);

/** The node with something odd in it, at any depth or as a property that it did not have. */
function changed(node: Node, [at, ...deeper]: readonly number[], what: unknown): Node {
  const keys = [...Object.keys(node), 'more', 'name', 'width'];
  const key = keys[(at ?? 0) % keys.length] ?? '';
  const inner = node[key];
  if (deeper.length === 0 || typeof inner !== 'object' || inner === null) return { ...node, [key]: what };
  if (!Array.isArray(inner)) return { ...node, [key]: changed(inner as Node, deeper, what) };
  return {
    ...node,
    [key]: inner.map((item, index) => (index === 0 ? changed(Object(item), deeper, what) : item)),
  };
}

describe('the check without a parse', () => {
  it('says of every element and card what the parse says, however odd', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...elements, ...cards),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        odd,
        (node, path, what) => {
          const shape = shapeOf(node);
          expect(fitsShape(shape, node)).toBe(true);
          const other = changed(node, path, what);
          expect(fitsShape(shape, other)).toBe(shape.safeParse(other).success);
        },
      ),
      { numRuns: 5000 },
    );
    for (const shape of [...Object.values(shapes), rootShape])
      for (const what of [null, undefined, 'x', 1, [], {}, new Date(0)])
        expect(fitsShape(shape, what)).toBe(shape.safeParse(what).success);
  });

  it('leaves what it does not know to the parse', () => {
    const shape = z.object({ at: z.iso.datetime(), some: z.unknown(), trimmed: z.string().trim().min(1) });
    const given = { at: '2026-11-06T09:00:00Z', some: 1, trimmed: ' x ' };
    expect(fitsShape(shape, given)).toBe(true);
    for (const wrong of [{ at: '2026' }, { trimmed: '  ' }, { at: undefined }])
      expect(fitsShape(shape, { ...given, ...wrong })).toBe(false);
  });
});

it('a text that is certainly within a size is within it, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(600), (text, bytes) => {
      const content = JSON.stringify({ text });
      if (isCertainlyWithin(bytes, content)) expect(bytesOf(content)).toBeLessThanOrEqual(bytes);
    }),
    { numRuns: 500 },
  );
});

it.each(['😀', '字', '😀字', '😀😀', '字字字', '😀😀😀😀'])(
  'the length of %j is counted as the shape counts it',
  (what) => {
    for (const length of [1, 2, 3, 4])
      for (const shape of [z.string().min(length), z.string().max(length), z.array(z.string()).max(length)])
        expect(fitsShape(shape, what)).toBe(shape.safeParse(what).success);
  },
);

it.each([
  [z.url(), 'no address', 'https://example.com'],
  [z.int(), 1.5, 1],
  [z.object({ at: z.iso.date() }), { at: '13月' }, { at: '2026-11-06' }],
])('a kind that is a check itself is left to its parse', (shape, wrong, right) => {
  expect([fitsShape(shape, wrong), fitsShape(shape, right)]).toEqual([false, true]);
});
