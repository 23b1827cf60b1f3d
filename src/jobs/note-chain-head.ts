import { defineJob } from './define-job.ts';

/** Prints the head of the journal's chain once a day: kept outside, it shows a later rewriting of the whole trail. */
export const noteChainHead = defineJob({
  name: 'note-chain-head',
  every: 24 * 60 * 60 * 1000,
  async run({ log, chainHead }) {
    log.info(chainHead(), 'journal chain head');
  },
});
