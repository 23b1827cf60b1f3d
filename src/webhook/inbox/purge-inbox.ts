import type { Instant } from '../../shared/time.ts';
import type { DocumentStore } from '../../store/document-store.ts';

/** Three times the 8 hours for which a repeat passes the freshness check. */
const keptMs = 24 * 3_600_000;
const perTransaction = 500;

/** Removes what was done more than 24 hours (of the machine's clock) ago, in transactions of 500; returns how many. */
export async function purgeInbox(
  store: DocumentStore,
  now: { context: Instant; machineMs: number },
): Promise<number> {
  const done = await store.read((tx) => tx.find('inbox', { index: 'state', key: 'done' }));
  const old = done.filter((doc) => doc.received_ms < now.machineMs - keptMs).map((doc) => doc.id);
  for (let from = 0; from < old.length; from += perTransaction) {
    await store.write({ at: now.context, who: 'system', what: 'inbox.purge' }, async (tx) => {
      for (const id of old.slice(from, from + perTransaction)) await tx.delete('inbox', id);
    });
  }
  return old.length;
}
