import { epochMs, type Instant } from '../shared/time.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { OutboxFigures } from './monitored.ts';

/** Counts what waits and what was given up; `now` is `context.now`. */
export async function outboxFigures(store: DocumentStore, now: Instant): Promise<OutboxFigures> {
  return store.read(async (tx) => {
    const queued = await tx.find('outbox', { index: 'state', key: 'queued' });
    const parked = await tx.find('outbox', { index: 'state', key: 'parked' });
    const due = queued.filter(({ not_before }) => not_before === null || not_before <= now);
    const ages = due.map(({ created_at, not_before }) => epochMs(now) - epochMs(not_before ?? created_at));
    return {
      queued: queued.length,
      oldestMs: ages.reduce((most, age) => Math.max(most, age), 0),
      parked: parked.length,
    };
  });
}
