import { sendAll, type Volley } from '../fuzz/send-all.ts';

// A process of its own: what it costs to make requests must not slow the valid traffic that is measured.
process.once('message', async (volley: Volley) => {
  process.send?.(await sendAll(volley));
  process.disconnect();
});
