import { lockCard } from '#cards/values/lock.ts';
import type { Context } from '../../context.ts';
import { seeLocks } from '../../operations/values/see-locks.ts';
import type { Reply } from '../../reply/reply.ts';

/** The pressed card becomes the list of months as it is now. */
export async function lockList({ tx, now, frame, knowledge }: Context, toast?: string): Promise<Reply> {
  const seen = await seeLocks(tx, await knowledge.book(), now);
  return {
    replace: { card: lockCard({ demo: frame.demo, ...seen }) },
    ...(toast === undefined ? {} : { toast: { type: 'success', content: toast } }),
  };
}
