import { rankingCard } from '#cards/assessment/ranking.ts';
import { rankingShow as button } from '#cards/assessment/score-buttons.ts';
import { checkNoDraft } from '../../operations/ranking/result-drafts.ts';
import { seeRanking } from '../../operations/ranking/see-ranking.ts';
import { defineAction } from '../define-action.ts';

/** Another page, period or list: the pressed card becomes it. */
export const rankingShow = defineAction({
  button,
  permission: 'ranking',
  once: false,
  async run({ tx, actor, place, now, frame, knowledge }, { page, ...asked }) {
    const book = await knowledge.book();
    await checkNoDraft(tx, book, { of: asked, period: asked.period, actor, place });
    const seen = seeRanking(book, { ...asked, actor, place, now });
    return { replace: { card: rankingCard({ ...frame, shown: seen, page }) } };
  },
});
