import { z } from 'zod';
import { confirmCard } from '#cards/values/confirm.ts';
import { readConfirmWords } from '../operations/values/read-confirm-words.ts';
import { seeAwaiting } from '../operations/values/see-awaiting.ts';
import { defineCommand } from './define-command.ts';

/** `/confirm 审核`: the values that wait to be confirmed, by task force, unit or period; unit heads and the assessment office confirm or return them, one by one or all at once. */
export const confirm = defineCommand({
  name: 'confirm',
  aliases: ['审核', '待审', '待审核'],
  summary: '看待审核的数；单位主要负责人和考核办通过或退回',
  example: '/审核 区财政局 10月',
  section: '上报',
  permission: 'awaiting',
  args: z.object({ rest: z.string().max(100, '请说得短一些，如：/审核 区财政局 10月') }),
  async run({ tx, actor, now, frame, knowledge }, { rest }) {
    const book = await knowledge.book();
    const filter = readConfirmWords({ text: rest, now, book, vocabulary: await knowledge.vocabulary() });
    const seen = await seeAwaiting(tx, { book, actor, filter, now });
    return { here: [{ card: confirmCard({ demo: frame.demo, ...seen, page: 1 }) }] };
  },
});
