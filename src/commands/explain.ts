import { z } from 'zod';
import { explainCard } from '#cards/assessment/explain.ts';
import { lastEndedMonth } from '../domain/assessment/last-ended-month.ts';
import { findUnit } from '../domain/language/find-unit.ts';
import { sayPeriod } from '../domain/language/say-period.ts';
import { unitsOf } from '../domain/people/actor.ts';
import { checkRankedPeriod } from '../operations/check-ranked-period.ts';
import { checkNoDraft } from '../operations/result-drafts.ts';
import { seeExplanation } from '../operations/see-explanation.ts';
import { errors } from '../shared/errors.ts';
import { defineCommand } from './define-command.ts';

/** `/explain 得分`: how a unit's score came about; in private, for the own unit unless one is named. */
export const explain = defineCommand({
  name: 'explain',
  aliases: ['得分', '为什么', '明细'],
  summary: '看本单位得分是怎么来的',
  example: '/得分 10月',
  section: '排名与得分',
  permission: 'explain',
  args: z.object({ rest: z.string().max(100, '请说得短一些，如：/得分 10月') }),
  async run({ tx, actor, place, now, frame, knowledge }, { rest }) {
    const book = await knowledge.book();
    const said = sayPeriod(rest, now);
    const name = (said?.rest ?? rest).replace(/\s/g, '');
    const units = name === '' ? unitsOf(actor).slice(0, 1) : findUnit(name, await knowledge.vocabulary());
    const [unit, ...others] = units;
    if (unit === undefined || others.length > 0) {
      throw errors.badInput('请说清是哪个单位，如：/得分 经开区 10月');
    }
    const inPrivate = { type: 'private' as const, chatId: place.chatId };
    const period = checkRankedPeriod(said?.period ?? lastEndedMonth(now), now, book);
    await checkNoDraft(tx, book, { of: { unit }, period, actor, place: inPrivate });
    const seen = seeExplanation(book, { unit, period, now, actor, place: inPrivate });
    const card = explainCard({ ...frame, ...seen, page: 1 });
    if (place.type === 'private') return { here: [{ card }] };
    return { privately: [{ card }], here: [{ text: '得分明细已私聊发给您。' }] };
  },
});
