import { z } from 'zod';
import { whatIfCard } from '#cards/ranking/what-if.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import type { Place } from '../domain/people/actor.ts';
import { checkNoDraft } from '../operations/ranking/result-drafts.ts';
import { readWhatIf } from '../operations/working/read-what-if.ts';
import { seeWhatIf } from '../operations/working/see-what-if.ts';
import { whatIfExample } from '../operations/working/what-if-example.ts';
import type { Reply } from '../reply/reply.ts';
import { defineCommand } from './define-command.ts';

/** How it is said, with an example that works for the asker. */
function showHow(place: Place, { demo, example }: { demo: boolean; example: string }): Reply {
  const text = `请说要测算的指标和数值，如：${example}。只是测算，不保存。`;
  const next = [
    { text: '试试这个例子', say: example },
    { text: '看有哪些指标', say: '/explain' },
  ];
  const card = sentenceCard({ demo, title: '怎么测算', text, next });
  if (place.type === 'private') return { here: [{ card }] };
  return { privately: [{ card }], here: [{ text: '怎么测算已私聊告诉您。' }] };
}

/** `/whatif 测算`: the table that other values would make, saving nothing; in private, of the own unit unless one is named. */
export const whatif = defineCommand({
  name: 'whatif',
  aliases: ['测算', '假如', '试算'],
  summary: '假设几个数值，看得分和名次会怎样（不保存）',
  example: '/测算 公预收入 180亿；专项债 90%',
  section: '排名与得分',
  permission: 'explain',
  args: z.object({ rest: z.string().max(300, '请说得短一些，只写要测算的指标和数值') }),
  async run({ tx, actor, place, now, frame, knowledge, calendar }, { rest }) {
    const book = await knowledge.book();
    const vocabulary = await knowledge.vocabulary();
    const asking = { now, book, vocabulary, calendar, actor };
    const read = readWhatIf({ ...asking, text: rest });
    if (!read) return showHow(place, { demo: frame.demo, example: whatIfExample(asking) });
    const inPrivate = { type: 'private' as const, chatId: place.chatId };
    const showing = { period: read.period, now, actor, place: inPrivate };
    for (const { unit } of read.supposed) await checkNoDraft(tx, book, { of: { unit }, ...showing });
    const card = whatIfCard({ ...frame, ...seeWhatIf(book, { ...read, now, actor, place: inPrivate }) });
    if (place.type === 'private') return { here: [{ card }] };
    return { privately: [{ card }], here: [{ text: '测算结果已私聊发给您，没有保存任何数值。' }] };
  },
});
