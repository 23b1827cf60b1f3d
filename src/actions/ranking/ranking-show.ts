import { openRankingCard } from '#cards/published/open-ranking.ts';
import { rankingShow as button } from '#cards/ranking/score-buttons.ts';
import { seeOpenRanking } from '../../operations/ranking/see-open-ranking.ts';
import { defineAction } from '../define-action.ts';

/** Another page, period or list: the pressed card becomes it. */
export const rankingShow = defineAction({
  button,
  permission: 'ranking',
  once: false,
  async run({ tx, actor, place, now, frame, knowledge }, { page, ...asked }) {
    const book = await knowledge.book();
    const open = await seeOpenRanking(tx, book, { ...asked, actor, place, now });
    return { replace: { card: openRankingCard({ ...frame, open, page }) } };
  },
});
