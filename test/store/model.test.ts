import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentStore, ReadTx, WriteTx } from '#src/store/document-store.ts';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { copyAsKilled, openStore, storeFolder } from '../support/store-folder.ts';

const ids = ['a', 'b', '__proto__', 'constructor', 'é', '中', '\ud800', '\n', 'x'.repeat(300)];
const states = ['pending', 'done'] as const;

interface Placed {
  readonly id: string;
  readonly state: (typeof states)[number];
  readonly attempts: number;
}

type Step = (Placed & { readonly do: 'put' }) | { readonly do: 'delete'; readonly id: string };

type Command =
  | {
      readonly do: 'write';
      /** What a batch puts before the steps. */
      readonly batch: readonly Placed[];
      readonly steps: readonly Step[];
      readonly throws: boolean;
    }
  | { readonly do: 'close' | 'kill' };

type Model = Map<string, ReturnType<typeof inboxDoc>>;

const id = fc.constantFrom(...ids);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('put'), id, state: fc.constantFrom(...states), attempts: fc.nat(9) }),
  fc.record({ do: fc.constant('delete'), id }),
);
const placed = fc.record({ id, state: fc.constantFrom(...states), attempts: fc.nat(9) });
const write = fc.record({
  do: fc.constant('write'),
  batch: fc.oneof(fc.constant([]), fc.array(placed, { maxLength: 5 })),
  steps: fc.array(step, { maxLength: 5 }),
  throws: fc.boolean(),
});
const restart = fc.record({ do: fc.constantFrom('close', 'kill') });
const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof({ weight: 6, arbitrary: write }, { weight: 1, arbitrary: restart }),
  { maxLength: 25 },
);

async function take(tx: WriteTx, model: Model, next: Step): Promise<void> {
  if (next.do === 'delete') {
    model.delete(next.id);
    return tx.delete('inbox', next.id);
  }
  const doc = inboxDoc(next.id, { state: next.state, attempts: next.attempts });
  model.set(next.id, doc);
  return tx.put('inbox', doc);
}

async function expectSame(tx: ReadTx, model: Model): Promise<void> {
  const expected = [...model.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(await tx.all('inbox')).toEqual(expected);
  for (const key of states) {
    const found = await tx.find('inbox', { index: 'state', key });
    expect(found).toEqual(expected.filter((doc) => doc.state === key));
  }
  for (const one of ids) expect(await tx.get('inbox', one)).toEqual(model.get(one));
}

/** Runs a write against store and model; returns what the model then is. */
async function runWrite(
  store: DocumentStore,
  model: Model,
  command: Command & { do: 'write' },
): Promise<Model> {
  const next = new Map(model);
  const docs = command.batch.map(({ id, ...part }) => inboxDoc(id, part));
  const batch = docs.length > 0 ? await store.prepare('inbox', docs) : undefined;
  const writing = store.write(metaOf(), async (tx) => {
    for (const doc of docs) next.set(doc.id, doc);
    if (batch) await tx.putBatch(batch);
    for (const one of command.steps) {
      await take(tx, next, one);
      await expectSame(tx, next);
    }
    await store.read((reading) => expectSame(reading, model));
    if (command.throws) throw new Error('boom');
  });
  if (!command.throws) return writing.then(() => next);
  await expect(writing).rejects.toThrow('boom');
  return model;
}

describe('any course of transactions leaves what a plain map would hold', () => {
  it('in the memory store', async () => {
    const property = fc.asyncProperty(fc.array(write, { maxLength: 25 }), async (writes) => {
      const store = createMemoryStore({ mode: 'demo' });
      let model: Model = new Map();
      for (const command of writes) {
        model = await runWrite(store, model, command);
        await store.read((tx) => expectSame(tx, model));
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('in the json-file store, with restarts and kills in between', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(commands, async (course) => {
      let dir = await storeFolder();
      let store = await openStore(dir, { compactBytes: 1500, batchFrom: 2 });
      let model: Model = new Map();
      for (const command of course) {
        if (command.do === 'write') model = await runWrite(store, model, command);
        else {
          if (command.do === 'close') await store.close();
          const copy = await copyAsKilled(dir);
          if (command.do === 'kill') await store.close();
          dir = copy;
          store = await openStore(dir, { compactBytes: 1500, batchFrom: 2 });
        }
        await store.read((tx) => expectSame(tx, model));
      }
      await store.close();
      await verifyChain(dir);
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
