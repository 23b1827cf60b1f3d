import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SortedDocs } from '#src/store/memory/sorted-docs.ts';

const id = fc.nat(60).map((number) => `id_${number}`);
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('set' as const), id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('delete' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('list' as const, 'disorder' as const), id }) },
);

it('documents are listed by id, whatever was put, changed and removed since the last listing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const docs = new SortedDocs();
      const model = new Map<string, object>();
      const sorted = () => [...model].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, doc]) => doc);
      docs.list();
      for (const [index, { do: what, id: of }] of steps.entries()) {
        const doc = { id: of, index };
        if (what === 'set') {
          docs.set(of, doc);
          model.set(of, doc);
        } else if (what === 'delete') {
          docs.delete(of);
          model.delete(of);
        } else if (what === 'disorder') docs.disorder();
        else expect(docs.list()).toEqual(sorted());
      }
      expect(docs.size).toBe(model.size);
      const over = new Map<string, unknown>([
        ['id_30', null],
        ['id_5', { laid: true }],
      ]);
      const laid = docs.listWith(over);
      model.delete('id_30');
      model.set('id_5', { laid: true });
      expect(laid).toEqual(sorted());
    }),
    { numRuns: 500 },
  );
});
