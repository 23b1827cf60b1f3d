import { purgeOutbox } from '../reply/purge-outbox.ts';
import { defineJob } from './define-job.ts';

/** Keeps the outbox and the presses short: what is older than a card's life has no use. */
export const purgeSent = defineJob({
  name: 'purge-outbox',
  every: 60 * 60 * 1000,
  async run({ tx, now, log }) {
    log.info({ removed: await purgeOutbox(tx, now) }, 'outbox purged');
  },
});
