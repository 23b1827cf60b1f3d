import { z } from 'zod';
import { briefCard } from '#cards/brief/brief.ts';
import { keepBrief } from '../documents/brief/keep-brief.ts';
import { lastEndedMonth } from '../domain/assessment/values/last-ended-month.ts';
import { sayPeriod } from '../domain/language/periods/say-period.ts';
import { briefFits } from '../operations/brief/check-brief-place.ts';
import { seeBrief } from '../operations/brief/see-brief.ts';
import { checkRankedPeriod } from '../operations/periods/check-ranked-period.ts';
import { exportMark } from '../operations/trail/trail-filter.ts';
import { errors } from '../shared/errors.ts';
import { defineCommand } from './define-command.ts';

/** `/brief 简报`: three things that moved and three that need a decision, as a card and a page in Word; in a group only among leaders. */
export const brief = defineCommand({
  name: 'brief',
  aliases: ['简报'],
  summary: '看一期的简报：三项变化、三项待决定，附 Word 版',
  example: '/简报 2026-10',
  section: '排名与得分',
  permission: 'brief',
  saidLast: ['简报'],
  args: z.object({ rest: z.string().max(40, '请说得短一些，如：/简报 10月') }),
  async run({ tx, place, now, frame, files, calendar, knowledge }, { rest }) {
    const said = sayPeriod(rest, now);
    if ((said?.rest ?? rest).trim() !== '') throw errors.badInput('请说一个时期，如：/简报 10月');
    const book = await knowledge.book();
    const period = checkRankedPeriod(said?.period ?? lastEndedMonth(now), now, book);
    const seen = await seeBrief(tx, book, { period, now, calendar });
    const file = await keepBrief(files, seen, { ...frame, ruleVersion: seen.ruleVersion });
    tx.because(`${exportMark}：${seen.title}`);
    const messages = [{ card: briefCard({ ...frame, ...seen }) }, { file }];
    if (briefFits(place)) return { here: messages };
    return { privately: messages, here: [{ text: '简报已私聊发给您。' }] };
  },
});
