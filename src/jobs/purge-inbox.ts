import { defineJob } from './define-job.ts';

const hourMs = 60 * 60 * 1000;
/** The platform repeats an event for up to 7 hours and the webhook refuses what is older than 8 (design §5); a day is ample. */
const keptMs = 24 * hourMs;

/** Removes events that were done with more than a day of machine time ago. */
export const purgeInbox = defineJob({
  name: 'purge-inbox',
  every: hourMs,
  async run({ tx, machineMs, log }) {
    const done = await tx.find('inbox', { index: 'state', key: 'done' });
    const old = done.filter((doc) => machineMs - doc.received_ms > keptMs);
    for (const { id } of old) await tx.delete('inbox', id);
    log.info({ removed: old.length }, 'inbox purged');
  },
});
