import { z } from 'zod';
import { indicatorCard, indicatorPickCard } from '#cards/indicators/indicator.ts';
import { suggestCard } from '#cards/system/suggest.ts';
import type { Context } from '../context.ts';
import { periodName } from '../domain/calendar/period.ts';
import { type Place, unitsOf } from '../domain/people/actor.ts';
import { findNamedIndicator } from '../operations/indicators/find-named-indicator.ts';
import { indicatorChoices } from '../operations/indicators/indicator-choices.ts';
import { indicatorPeriod } from '../operations/indicators/indicator-period.ts';
import { seeIndicator } from '../operations/indicators/see-indicator.ts';
import type { Outgoing } from '../reply/reply.ts';
import { errors } from '../shared/errors.ts';
import { defineCommand } from './define-command.ts';

async function answerIn(context: Context, place: Place, rest: string): Promise<Outgoing> {
  const { tx, actor, now, frame, knowledge } = context;
  const { demo } = frame;
  const book = await knowledge.book();
  const vocabulary = await knowledge.vocabulary();
  const named = findNamedIndicator({ text: rest, now, vocabulary, units: unitsOf(actor) });
  const [indicator, ...others] = named.codes;
  if (indicator === undefined && named.word !== '')
    throw errors.badInput(`没有找到指标“${named.word.slice(0, 20)}”，请换个说法，如：/指标 固投 10月`);
  if (indicator === undefined)
    return { card: indicatorPickCard({ demo, indicators: indicatorChoices(book, actor, now) }) };
  if (others.length > 0) {
    const when = named.period === undefined ? '' : ` ${periodName(named.period)}`;
    const names = named.codes.map((code) => book.indicator(code).name);
    const suggestions = names.map((title) => ({ title, say: `/indicator ${title}${when}` }));
    return { card: suggestCard({ demo, said: rest, kind: 'indicator', suggestions }) };
  }
  const period = indicatorPeriod(book, { indicator, period: named.period }, now);
  const seen = await seeIndicator(tx, book, { indicator, period, actor, place, now });
  return { card: indicatorCard({ ...frame, ...seen }) };
}

/** `/indicator 指标`: an indicator's values by unit and period with target, benchmark, place in the city, owners, trend and who has not reported. */
export const indicator = defineCommand({
  name: 'indicator',
  aliases: ['指标', '看指标'],
  summary: '看某项指标：完成值、对标、走势、谁没报',
  example: '/指标 固投 10月',
  section: '排名与得分',
  permission: 'indicator',
  args: z.object({ rest: z.string().max(100, '请说得短一些，如：/指标 固投 10月') }),
  async run(context, { rest }) {
    const { place } = context;
    if (place.type === 'private' || place.kind !== undefined)
      return { here: [await answerIn(context, place, rest)] };
    const inPrivate: Place = { type: 'private', chatId: place.chatId };
    return {
      privately: [await answerIn(context, inPrivate, rest)],
      here: [{ text: '本群没有登记，不能显示数据，已私聊发给您。' }],
    };
  },
});
