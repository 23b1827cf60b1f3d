import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFailed, onTestFinished } from 'vitest';
import { slowDisk } from '../support/crash-slow-disk.ts';
import { crashSoak } from '../support/crash-soak.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { openStore, storeFolder } from '../support/store-folder.ts';

// Each kind of moment at least once; `npm run soak:crash` does the same 200 times.
it('the whole product survives 20 kills: nothing lost, nothing twice', { timeout: 240_000 }, async () => {
  const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
  onTestFailed(() => void process.stdout.write(`CRASH_SEED=${seed}\n`));
  const { findings, counts, places } = await crashSoak({ kills: 20, seed, onEnd: onTestFinished });
  const told = JSON.stringify({ ...counts, places });
  expect(findings, told).toEqual([]);
  // Otherwise it has not tried what it is about.
  expect(counts.sentAgain, told).toBeGreaterThan(0);
  expect(counts.asked, told).toBeGreaterThan(40);
  expect(counts.segments, told).toBeGreaterThan(5);
});

it('tells a refusal only once what it has seen lasts: a kill must not undo what “已经处理过了” was said of', async () => {
  const { disk, hold, release } = slowDisk();
  const store = await openStore(await storeFolder(), { disk });
  const doc = inboxDoc('first tap');
  const told: string[] = [];
  hold();
  const first = store.write(metaOf(), (tx) => tx.put('inbox', doc)).then(() => told.push('first'));
  const second = store.write(metaOf(), async (tx) => {
    if (await tx.get('inbox', doc.id)) throw new Error('done already');
  });
  const refused = second.catch(() => told.push('refused'));
  await pause(50);
  const toldTooEarly = [...told];
  release();
  await Promise.all([first, refused]);
  expect(toldTooEarly).toEqual([]);
});
