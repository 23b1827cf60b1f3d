import { z } from 'zod';
import { parkedCard } from '#cards/system/parked.ts';
import { seeParked } from '../operations/parked/see-parked.ts';
import { defineCommand } from './define-command.ts';

/** `/parked 滞留`: the messages that could not be sent, with the reason, to retry or to drop them. */
export const parked = defineCommand({
  name: 'parked',
  aliases: ['滞留', '滞留消息', '未送达'],
  summary: '看没有送达的消息，重试或放弃',
  example: '/滞留',
  section: '管理',
  permission: 'parked',
  args: z.object({ rest: z.string() }),
  async run({ tx, frame }) {
    return { here: [{ card: parkedCard({ demo: frame.demo, page: 1, messages: await seeParked(tx) }) }] };
  },
});
