import { once } from 'node:events';
import { silentLog } from '#src/shared/log.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { inboxDoc, metaOf } from './store-documents.ts';

/**
 * Says `warm`, waits for a word, opens the folder given as the first argument, says `open`, and with writers (second argument) says `<writer>.<number>` for every
 * transaction that was acknowledged, until it is killed. Each transaction puts a document of its own and moves its writer's counter, every third as a batch.
 */
async function main(): Promise<void> {
  const [dir = '', writers = '0', round = ''] = process.argv.slice(2);
  process.stdout.write('warm\n');
  // Without its parent it has no one to kill it. Until then the open pipe keeps it alive, also without writers.
  process.stdin.on('close', () => process.exit(1));
  await once(process.stdin, 'data');
  const store = await openJsonFileStore({
    dir,
    mode: 'demo',
    log: silentLog,
    compactBytes: 30_000,
    batchFrom: 2,
  });
  process.stdout.write('open\n');
  await Promise.all(
    Array.from({ length: Number(writers) }, (_, writer) => writeOn(store, `r${round}w${writer}`)),
  );
}

async function writeOn(store: DocumentStore, writer: string): Promise<never> {
  for (let number = 1; ; number += 1) {
    const docs = [
      inboxDoc(`${writer}.${number}`, { body: 'x'.repeat(100) }),
      inboxDoc(writer, { attempts: number }),
    ];
    const batch = number % 3 === 0 ? await store.prepare('inbox', docs) : undefined;
    await store.write(metaOf({ event: `${writer}.${number}` }), async (tx) => {
      if (batch) return tx.putBatch(batch);
      for (const doc of docs) await tx.put('inbox', doc);
    });
    process.stdout.write(`${writer}.${number}\n`);
  }
}

void main();
