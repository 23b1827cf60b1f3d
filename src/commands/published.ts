import { z } from 'zod';
import { publishedListCard } from '#cards/published/published-list.ts';
import { holds } from '../authorize/authorize.ts';
import { rankingSight } from '../authorize/ranking-sight.ts';
import type { Context } from '../context.ts';
import { lastEndedMonth } from '../domain/assessment/values/last-ended-month.ts';
import { sayPeriod } from '../domain/language/periods/say-period.ts';
import type { Place } from '../domain/people/actor.ts';
import { checkRankedPeriod } from '../operations/periods/check-ranked-period.ts';
import { publishedPeriods, seePublishing } from '../operations/published/see-published.ts';
import { resultsHidden } from '../operations/ranking/result-drafts.ts';
import type { Outgoing } from '../reply/reply.ts';
import { defineCommand } from './define-command.ts';

async function listIn(context: Context, place: Place, rest: string): Promise<Outgoing> {
  const { tx, actor, now, frame, knowledge } = context;
  const book = await knowledge.book();
  const sight = rankingSight(actor, place);
  const mayPublish = place.type === 'private' && holds(actor, 'publish');
  // Without a period: what there is to publish, for who publishes; the newest published one for everybody else.
  const [newest] = mayPublish ? [] : await publishedPeriods(tx, sight);
  const said = sayPeriod(rest, now)?.period;
  const period = checkRankedPeriod(said ?? newest ?? lastEndedMonth(now), now, book);
  const seen = await seePublishing(tx, book, { period, now, sight });
  const hidden = await resultsHidden(tx);
  return { card: publishedListCard({ demo: frame.demo, mayPublish, hidden, ...seen }) };
}

/** `/published 公布`: what is published of a period, without one the newest published, for the office in private the last month; the office publishes and corrects here. */
export const published = defineCommand({
  name: 'published',
  aliases: ['公布', '公布结果', '公示'],
  summary: '看公布的排名结果；考核办在这里公布和更正',
  example: '/公布 10月',
  section: '排名与得分',
  permission: 'published',
  args: z.object({ rest: z.string().max(60, '请只说时期，如：/公布 10月') }),
  async run(context, { rest }) {
    const { actor, place } = context;
    if (rankingSight(actor, place).kind !== 'none') return { here: [await listIn(context, place, rest)] };
    return {
      privately: [await listIn(context, { type: 'private', chatId: place.chatId }, rest)],
      here: [{ text: '本群没有登记，不能显示公布结果，已私聊发给您。' }],
    };
  },
});
