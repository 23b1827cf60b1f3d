import type { Job } from './define-job.ts';
import { purgeInboxJob } from './purge-inbox.ts';
import { purgeOutboxJob } from './purge-outbox.ts';

/** Everything that happens by itself. */
export const jobs: readonly Job[] = [purgeInboxJob, purgeOutboxJob];
