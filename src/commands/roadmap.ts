import { z } from 'zod';
import { roadmapCard } from '#cards/ranking/roadmap.ts';
import { unitChoiceCard } from '#cards/ranking/unit-choice.ts';
import { checkNoDraft } from '../operations/ranking/result-drafts.ts';
import { readUnitWords } from '../operations/working/read-unit-words.ts';
import { seeRoadmap } from '../operations/working/see-roadmap.ts';
import { defineCommand } from './define-command.ts';
import { chooseUnit } from './working/choose-unit.ts';

/** `/roadmap 路线图`: the smallest gains that reach the next place, and expected beside actual; in private, for the own unit unless one is named. */
export const roadmap = defineCommand({
  name: 'roadmap',
  aliases: ['路线图', '争先进位', '进位路线图'],
  summary: '看再进一位最少要提高哪几项',
  example: '/路线图',
  section: '排名与得分',
  permission: 'explain',
  saidLast: ['路线图'],
  args: z.object({ rest: z.string().max(100, '请说得短一些，如：/路线图 10月') }),
  async run({ tx, actor, place, now, frame, knowledge }, { rest }) {
    const book = await knowledge.book();
    const vocabulary = await knowledge.vocabulary();
    const words = readUnitWords({ text: rest, now, book, vocabulary, actor });
    if ('choice' in words)
      return chooseUnit(place, unitChoiceCard({ demo: frame.demo, of: 'roadmap', ...words.choice }));
    const { unit, period } = words;
    const inPrivate = { type: 'private' as const, chatId: place.chatId };
    await checkNoDraft(tx, book, { of: { unit }, period, now, actor, place: inPrivate });
    const seen = await seeRoadmap(book, { unit, period, now, actor, place: inPrivate });
    const card = roadmapCard({ ...frame, ...seen, page: 1 });
    if (place.type === 'private') return { here: [{ card }] };
    return { privately: [{ card }], here: [{ text: '路线图已私聊发给您。' }] };
  },
});
