import { z } from 'zod';
import { publishedListCard } from '#cards/published/published-list.ts';
import { holds } from '../authorize/authorize.ts';
import { rankingSight } from '../authorize/ranking-sight.ts';
import { lastEndedMonth } from '../domain/assessment/values/last-ended-month.ts';
import { sayPeriod } from '../domain/language/periods/say-period.ts';
import { checkRankedPeriod } from '../operations/periods/check-ranked-period.ts';
import { seePublishing } from '../operations/published/see-published.ts';
import { resultsHidden } from '../operations/ranking/result-drafts.ts';
import { errors } from '../shared/errors.ts';
import { defineCommand } from './define-command.ts';

/** `/published 公布`: what is published of a period; the office publishes and corrects here. */
export const published = defineCommand({
  name: 'published',
  aliases: ['公布', '公布结果', '公示'],
  summary: '看公布的排名结果；考核办在这里公布和更正',
  example: '/公布 10月',
  section: '排名与得分',
  permission: 'published',
  args: z.object({ rest: z.string().max(60, '请只说时期，如：/公布 10月') }),
  async run({ tx, actor, place, now, frame, knowledge }, { rest }) {
    const book = await knowledge.book();
    const sight = rankingSight(actor, place);
    if (sight.kind === 'none') throw errors.notAllowed('这里不能看公布结果', '请在私聊里发送 /公布');
    const period = checkRankedPeriod(sayPeriod(rest, now)?.period ?? lastEndedMonth(now), now, book);
    const mayPublish = place.type === 'private' && holds(actor, 'publish');
    const seen = await seePublishing(tx, book, { period, now, sight });
    const hidden = await resultsHidden(tx);
    return { here: [{ card: publishedListCard({ demo: frame.demo, mayPublish, hidden, ...seen }) }] };
  },
});
