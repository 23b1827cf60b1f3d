import { roadmapCard } from '#cards/ranking/roadmap.ts';
import { roadmapShow as button } from '#cards/ranking/score-buttons.ts';
import { checkNoDraft } from '../../operations/ranking/result-drafts.ts';
import { seeRoadmap } from '../../operations/working/see-roadmap.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';
import { answerWorking } from './answer-working.ts';

/** 路线图: a unit's way to the next place. Shown where its working may be. */
export const roadmapShow = defineAction({
  button,
  permission: 'explain',
  once: false,
  async run(context, { unit: named, period, page }, { option }) {
    const { tx, actor, now, frame } = context;
    const unit = named ?? option;
    if (!unit) throw errors.badInput('请选择一个单位。');
    return answerWorking(context, {
      unit,
      replace: page !== undefined,
      name: '路线图',
      async cardIn(book, place) {
        await checkNoDraft(tx, book, { of: { unit }, period, now, actor, place });
        const seen = await seeRoadmap(book, { unit, period, now, actor, place });
        return roadmapCard({ ...frame, ...seen, page: page ?? 1 });
      },
    });
  },
});
