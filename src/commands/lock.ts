import { z } from 'zod';
import { lockCard } from '#cards/values/lock.ts';
import { seeLocks } from '../operations/values/see-locks.ts';
import { defineCommand } from './define-command.ts';

/** `/lock 账期`: which months are settled, to lock one or to open it again for a while. */
export const lock = defineCommand({
  name: 'lock',
  aliases: ['账期', '锁定', '锁账'],
  summary: '锁定账期，或限时重新开放',
  example: '/账期',
  section: '上报',
  permission: 'lock',
  args: z.object({ rest: z.string() }),
  async run({ tx, now, frame, knowledge }) {
    const seen = await seeLocks(tx, await knowledge.book(), now);
    return { here: [{ card: lockCard({ demo: frame.demo, ...seen }) }] };
  },
});
