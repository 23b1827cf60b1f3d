import type { Job } from './define-job.ts';
import { noteChainHead } from './note-chain-head.ts';
import { purgeInbox } from './purge-inbox.ts';
import { purgeSent } from './purge-outbox.ts';
import { tellParked } from './tell-parked.ts';

/** Everything that happens by itself. */
export const jobs: readonly Job[] = [purgeInbox, purgeSent, tellParked, noteChainHead];
