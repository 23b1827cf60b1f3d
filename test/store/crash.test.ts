import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { listSegments } from '#src/store/journal/segments.ts';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import { journalLines, openStore, storeFolder } from '../support/store-folder.ts';
import { packStoreChild, type StoreChild, spawnStoreChild } from '../support/store-spawn-child.ts';

const rounds = 20;

/** Loading the code takes a second, so the next processes do it while one is being killed. */
const warmAhead = 3;

/** Per writer the numbers of its transactions, in the order of the journal. */
function numbersByWriter(events: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const event of events) {
    const [writer = '', number] = event.split('.');
    found.set(writer, [...(found.get(writer) ?? []), Number(number)]);
  }
  return found;
}

it(`${rounds} kills at random moments lose no acknowledged transaction, repeat none and keep the order`, {
  timeout: 120_000,
}, async () => {
  const dir = await storeFolder();
  const script = await packStoreChild(await storeFolder());
  const acknowledged: string[] = [];
  const warming: Promise<StoreChild>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let next = round + warming.length; next < Math.min(rounds, round + warmAhead); next += 1) {
      warming.push(spawnStoreChild(dir, { writers: 8, round: next, script }));
    }
    const child = await warming.shift();
    if (!child) throw new Error('no child is warming');
    await child.open();
    // By work done, then by time: so that a slow machine does as much between two kills.
    await child.acknowledges(Math.floor(Math.random() * 200));
    await pause(Math.random() * 20);
    acknowledged.push(...(await child.kill()));
  }
  expect(warming).toEqual([]);
  const { lines } = await verifyChain(dir);
  const events = (await journalLines(dir)).map((line) => String(JSON.parse(line.slice(9)).event));
  expect(events).toHaveLength(lines);
  expect(new Set(events).size).toBe(lines);
  const store = await openStore(dir);
  const docs = await store.read((tx) => tx.all('inbox'));
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  expect(acknowledged.filter((event) => !byId.has(event))).toEqual([]);
  expect(
    docs
      .filter((doc) => doc.id.includes('.'))
      .map((doc) => doc.id)
      .sort(),
  ).toEqual([...events].sort());
  for (const [writer, numbers] of numbersByWriter(events)) {
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(byId.get(writer)?.attempts).toBe(numbers.length);
  }
  expect((await listSegments(`${dir}/archive`)).length).toBeGreaterThan(3);
});
