import { z } from 'zod';
import type { Card } from '#cards/kit/card.ts';
import { compareCard } from '#cards/ranking/compare.ts';
import { explainCard } from '#cards/ranking/explain.ts';
import { unitChoiceCard } from '#cards/ranking/unit-choice.ts';
import type { Context } from '../context.ts';
import { lastEndedMonth } from '../domain/assessment/values/last-ended-month.ts';
import { shiftPeriod } from '../domain/calendar/period.ts';
import { sayPeriod } from '../domain/language/periods/say-period.ts';
import { checkRankedPeriod } from '../operations/periods/check-ranked-period.ts';
import { checkNoDraft } from '../operations/ranking/result-drafts.ts';
import { completeExplanation } from '../operations/working/complete-explanation.ts';
import { readUnitWords, type UnitChoice } from '../operations/working/read-unit-words.ts';
import { seeComparison } from '../operations/working/see-comparison.ts';
import { seeExplanation } from '../operations/working/see-explanation.ts';
import { defineCommand } from './define-command.ts';
import { chooseUnit } from './working/choose-unit.ts';

const comparing = /对比|相比|比较/;
/** “为什么退了两位” asks for the difference to the period before. */
const askingChange =
  /[退掉降升进涨跌](?:了(?:[一二两三四五六七八九十几\d]+[位名]|多少)?|[一二两三四五六七八九十几\d]+[位名])|变化|与上期/g;

async function cardFor(context: Context, rest: string): Promise<{ card: Card } | { choice: UnitChoice }> {
  const { actor, now, frame, knowledge, tx } = context;
  const book = await knowledge.book();
  const place = { type: 'private' as const, chatId: context.place.chatId };
  const [first = '', second] = rest.split(comparing);
  const asked = first.replace(askingChange, ' ');
  const reading = { now, book, vocabulary: await knowledge.vocabulary(), actor };
  const words = readUnitWords({ ...reading, text: asked });
  if ('choice' in words) return words;
  const { unit, period } = words;
  const showing = { of: { unit }, now, actor, place };
  await checkNoDraft(tx, book, { ...showing, period });
  if (second === undefined && asked === first) {
    const seen = seeExplanation(book, { unit, period, now, actor, place });
    return { card: explainCard({ ...frame, ...(await completeExplanation(tx, seen, place)), page: 1 }) };
  }
  const said = second === undefined ? undefined : sayPeriod(second, now)?.period;
  const other = checkRankedPeriod(said ?? shiftPeriod(period, -1), now, book);
  // “对比 9月” alone is against the last month, “9月 对比” against the one before.
  const against = period === other ? lastEndedMonth(now) : period;
  for (const each of [other, against]) await checkNoDraft(tx, book, { ...showing, period: each });
  const seen = seeComparison(book, { unit, periods: [other, against], now, actor, place });
  return { card: compareCard({ ...frame, ...seen, page: 1 }) };
}

/** `/explain 得分`: how a unit's score came about, or why it changed (`9月 对比 10月`); in private, for the own unit unless one is named. */
export const explain = defineCommand({
  name: 'explain',
  aliases: ['得分', '为什么', '明细'],
  summary: '看本单位得分是怎么来的，与上期比变在哪里',
  example: '/得分 10月',
  section: '排名与得分',
  permission: 'explain',
  saidLast: ['得分'],
  args: z.object({ rest: z.string().max(100, '请说得短一些，如：/得分 10月') }),
  async run(context, { rest }) {
    const found = await cardFor(context, rest);
    const { place, frame } = context;
    if ('choice' in found)
      return chooseUnit(place, unitChoiceCard({ demo: frame.demo, of: 'explain', ...found.choice }));
    const { card } = found;
    if (place.type === 'private') return { here: [{ card }] };
    return { privately: [{ card }], here: [{ text: '得分明细已私聊发给您。' }] };
  },
});
