import { z } from 'zod';
import { openRankingCard } from '#cards/published/open-ranking.ts';
import { suggestCard } from '#cards/system/suggest.ts';
import { privateSight, rankingSight } from '../authorize/ranking-sight.ts';
import type { Context } from '../context.ts';
import { yearOf } from '../domain/calendar/period.ts';
import { type Place, unitsOf } from '../domain/people/actor.ts';
import { defaultScope } from '../operations/ranking/default-scope.ts';
import { readRankingWords } from '../operations/ranking/read-ranking-words.ts';
import { seeOpenRanking } from '../operations/ranking/see-open-ranking.ts';
import type { Reply } from '../reply/reply.ts';
import { defineCommand } from './define-command.ts';

async function answerIn(context: Context, place: Place, rest: string): Promise<Reply['here']> {
  const { actor, now } = context;
  const book = await context.knowledge.book();
  const sight = rankingSight(actor, place);
  const units = unitsOf(actor);
  const words = readRankingWords({
    text: rest,
    now,
    book,
    vocabulary: await context.knowledge.vocabulary(),
    units,
  });
  if (words.kind === 'ambiguous') {
    const suggestions = words.indicators.slice(0, 6).map((code) => {
      const { name } = book.indicator(code);
      return { title: name, say: `/排名 ${name} ${words.period}` };
    });
    return [{ card: suggestCard({ ...context.frame, said: rest, kind: 'indicator', suggestions }) }];
  }
  const scope = words.scope ?? defaultScope(book, sight, yearOf(words.period));
  const open = await seeOpenRanking(context.tx, book, { ...scope, actor, place, period: words.period, now });
  return [{ card: openRankingCard({ ...context.frame, open, page: 1 }) }];
}

/** `/ranking 排名`: any scope and period, its words in any order; in a group that is not registered the asker is answered in private. */
export const ranking = defineCommand({
  name: 'ranking',
  aliases: ['排名', '排行', '排行榜'],
  summary: '看排名：赛道、全区、专班或某项指标',
  example: '/排名 园区 10月',
  section: '排名与得分',
  permission: 'ranking',
  saidLast: ['排名', '排行', '排行榜'],
  args: z.object({ rest: z.string().max(100, '请说得短一些，如：/排名 园区 10月') }),
  async run(context, { rest }) {
    const { actor, place } = context;
    if (rankingSight(actor, place).kind !== 'none' || privateSight(actor).kind === 'none') {
      return { here: (await answerIn(context, place, rest)) ?? [] };
    }
    const inPrivate: Place = { type: 'private', chatId: place.chatId };
    return {
      privately: (await answerIn(context, inPrivate, rest)) ?? [],
      here: [{ text: '本群没有登记，不能显示排名，已私聊发给您。管理员可在群里发送 /登记 登记本群。' }],
    };
  },
});
