import { compareCard } from '#cards/ranking/compare.ts';
import { compareShow as button } from '#cards/ranking/score-buttons.ts';
import { checkNoDraft } from '../../operations/ranking/result-drafts.ts';
import { seeComparison } from '../../operations/working/see-comparison.ts';
import { defineAction } from '../define-action.ts';
import { answerWorking } from './answer-working.ts';

/** 与上期比较: why a unit's score differs from another period's. Shown where its working may be. */
export const compareShow = defineAction({
  button,
  permission: 'explain',
  once: false,
  async run(context, { unit, period, with: other, page }) {
    const { tx, actor, now, frame } = context;
    return answerWorking(context, {
      unit,
      replace: page !== undefined,
      name: '得分变化',
      async cardIn(book, place) {
        for (const each of [other, period])
          await checkNoDraft(tx, book, { of: { unit }, period: each, now, actor, place });
        const seen = seeComparison(book, { unit, periods: [other, period], now, actor, place });
        return compareCard({ ...frame, ...seen, page: page ?? 1 });
      },
    });
  },
});
