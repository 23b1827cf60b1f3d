import { explainCard } from '#cards/assessment/explain.ts';
import { explainShow as button } from '#cards/assessment/score-buttons.ts';
import { maySeeWorking } from '../authorize/ranking-sight.ts';
import type { Place } from '../domain/people/actor.ts';
import { checkNoDraft } from '../operations/result-drafts.ts';
import { seeExplanation } from '../operations/see-explanation.ts';
import { errors } from '../shared/errors.ts';
import { defineAction } from './define-action.ts';

/** 为什么: a unit's score taken apart. A group in which it may not be shown gets a word, the presser the card in private. */
export const explainShow = defineAction({
  button,
  permission: 'explain',
  once: false,
  async run(context, { unit, period, page }, { option }) {
    const { tx, actor, place, now, frame, knowledge } = context;
    const chosen = unit ?? option;
    if (!chosen) throw errors.badInput('请选择一个单位。');
    const book = await knowledge.book();
    if (!book.input.units.some(({ id }) => id === chosen)) throw errors.badInput('没有这个单位，请重选。');
    const cardIn = async (where: Place) => {
      await checkNoDraft(tx, book, { of: { unit: chosen }, period, actor, place: where });
      const seen = seeExplanation(book, { unit: chosen, period, now, actor, place: where });
      return explainCard({ ...frame, ...seen, page: page ?? 1 });
    };
    if (page !== undefined) return { replace: { card: await cardIn(place) } };
    if (place.type === 'private' || maySeeWorking(chosen, actor, place))
      return { here: [{ card: await cardIn(place) }] };
    const card = await cardIn({ type: 'private', chatId: place.chatId });
    return { privately: [{ card }], toast: { type: 'info', content: '得分明细已私聊发给您' } };
  },
});
