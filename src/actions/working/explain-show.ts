import { explainCard } from '#cards/ranking/explain.ts';
import { explainShow as button } from '#cards/ranking/score-buttons.ts';
import { checkNoDraft } from '../../operations/ranking/result-drafts.ts';
import { completeExplanation } from '../../operations/working/complete-explanation.ts';
import { seeExplanation } from '../../operations/working/see-explanation.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';
import { answerWorking } from './answer-working.ts';

/** 为什么: a unit's score taken apart. A group in which it may not be shown gets a word, the presser the card in private. */
export const explainShow = defineAction({
  button,
  permission: 'explain',
  once: false,
  async run(context, { unit, period, page }, { option }) {
    const { actor, now, frame, tx } = context;
    const chosen = unit ?? option;
    if (!chosen) throw errors.badInput('请选择一个单位。');
    return answerWorking(context, {
      unit: chosen,
      replace: page !== undefined,
      name: '得分明细',
      async cardIn(book, place) {
        await checkNoDraft(tx, book, { of: { unit: chosen }, period, now, actor, place });
        const seen = seeExplanation(book, { unit: chosen, period, now, actor, place });
        return explainCard({ ...frame, ...(await completeExplanation(tx, seen, place)), page: page ?? 1 });
      },
    });
  },
});
