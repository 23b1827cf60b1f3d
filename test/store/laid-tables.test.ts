import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Overlay } from '#src/store/memory/overlay.ts';
import { laidTable } from '#src/store/memory/ready-batch.ts';
import { Tables } from '#src/store/memory/tables.ts';
import { inboxDoc } from '../support/store-documents.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const states = ['pending', 'done'] as const;

const doc = fc.oneof(
  { weight: 3, arbitrary: fc.record({ state: fc.constantFrom(...states), attempts: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const change = fc.record({ id: fc.constantFrom(...ids), doc });
/** A transaction changes a document once. */
const changes = (most: { minLength?: number; maxLength: number }) =>
  fc.uniqueArray(change, { ...most, selector: ({ id }) => id });
const step = fc.oneof(
  fc.record({ do: fc.constant('apply'), changes: changes({ maxLength: 3 }) }),
  fc.record({ do: fc.constant('lay'), changes: changes({ minLength: 1, maxLength: 8 }) }),
  fc.record({ do: fc.constant('take'), count: fc.nat(4) }),
  fc.record({ do: fc.constant('open') }),
  fc.record({ do: fc.constant('look'), by: fc.constantFrom('get', 'find', 'all', 'keys') }),
  fc.record({ do: fc.constant('undo') }),
);

type Doc = ReturnType<typeof inboxDoc>;
type Model = ReadonlyMap<string, Doc>;
type Changes = readonly { readonly id: string; readonly doc: Doc | null }[];

function changed(model: Model, changes: Changes): Model {
  const next = new Map(model);
  for (const { id, doc: put } of changes) {
    if (put) next.set(id, put);
    else next.delete(id);
  }
  return next;
}

function expectSeen(view: Overlay, model: Model, by: 'get' | 'find' | 'all' | 'keys'): void {
  const all = [...model.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (by === 'all') expect(view.list('inbox')).toEqual(all);
  if (by === 'keys') expect(view.keys('inbox').sort()).toEqual(all.map(({ id }) => id));
  if (by === 'get') for (const id of ids) expect(view.get('inbox', id)).toEqual(model.get(id));
  if (by !== 'find') return;
  for (const key of states)
    expect(view.list('inbox', { index: 'state', key })).toEqual(all.filter(({ state }) => state === key));
}

/** Tables beside what they should hold, now and for every view that is open. */
class Course {
  readonly tables = new Tables();
  model: Model = new Map();
  readonly views: { view: Overlay; model: Model }[] = [];
  readonly undos: { undo: () => void; model: Model }[] = [];

  apply(changes: Changes): void {
    const before = this.tables.apply(changes.map((one) => ({ name: 'inbox', ...one })));
    this.undos.push({ undo: () => this.tables.apply(before), model: this.model });
    this.model = changed(this.model, changes);
  }

  lay(changes: Changes): void {
    this.tables.of('inbox').takeSome(Number.POSITIVE_INFINITY);
    const table = laidTable('inbox');
    for (const { id, doc: put } of changes) table.layOne(id, put);
    this.undos.push({ undo: this.tables.lay(new Map([['inbox', table]])), model: this.model });
    this.model = changed(this.model, changes);
  }

  open(): void {
    this.views.push({ view: this.tables.snapshot().view, model: this.model });
  }

  look(by: 'get' | 'find' | 'all' | 'keys'): void {
    for (const { view, model } of this.views) expectSeen(view, model, by);
    const { view, release } = this.tables.snapshot();
    expectSeen(view, this.model, by);
    release();
  }

  undoAll(): void {
    for (let last = this.undos.pop(); last; last = this.undos.pop()) {
      last.undo();
      this.model = last.model;
    }
  }
}

it('what is laid over tables is seen at once, taken in unseen, and by nobody who began to read before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const course = new Course();
      const docsOf = (changes: readonly { id: string; doc: Partial<Doc> | null }[]): Changes =>
        changes.map(({ id, doc: put }) => ({ id, doc: put && inboxDoc(id, put) }));
      for (const one of steps) {
        if (one.do === 'apply') course.apply(docsOf(one.changes));
        if (one.do === 'lay') course.lay(docsOf(one.changes));
        if (one.do === 'take') course.tables.of('inbox').takeSome(one.count);
        if (one.do === 'open') course.open();
        if (one.do === 'undo') course.undoAll();
        if (one.do === 'look') course.look(one.by);
      }
      for (const by of ['get', 'find', 'all', 'keys'] as const) course.look(by);
    }),
    { numRuns: 500 },
  );
});
