import { row } from '../kit/content.ts';
import type { ButtonElement, ColumnSetElement, Element, Maybe, SelectElement } from '../kit/elements.ts';
import { present } from '../kit/elements.ts';
import { cut } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import type { Page } from '../kit/paging.ts';
import type { RankingRow, RankingScope, ShownRanking } from './ranking-view.ts';
import { compareShow, explainShow, rankingShow, roadmapShow } from './score-buttons.ts';
import { periodButtonText } from './score-words.ts';

/** The way on from a ranking: other pages and periods, other lists, and why a score is what it is. */
export function rankingNavigation(view: ShownRanking, page: Page<RankingRow>): Maybe<Element>[] {
  return [
    row(pagesAndPeriods(view, page)),
    listsRow(view),
    row(whyButtons(view)),
    whySelect(view, page.rows),
  ];
}

function toPage(view: ShownRanking, page: number, text: string): ButtonElement {
  const { scope, of, period } = view;
  return rankingShow.button({ text, size: 'small', payload: { scope, of, period, page } });
}

function pagesAndPeriods(view: ShownRanking, page: Page<RankingRow>): Maybe<Element>[] {
  const { scope, of, previous, next } = view;
  const toPeriod = (period: string, direction: -1 | 1) =>
    rankingShow.button({
      text: periodButtonText(period, direction),
      size: 'small',
      payload: { scope, of, period, page: 1 },
    });
  return [
    ...pager(page, (to, text) => toPage(view, to, text)),
    previous !== undefined && toPeriod(previous, -1),
    next !== undefined && toPeriod(next, 1),
  ];
}

/** One button a list that the viewer may see, but for the one that is shown. */
function listsRow(view: ShownRanking): ColumnSetElement | undefined {
  const { period } = view;
  const button = (text: string, scope: RankingScope, of?: string) =>
    rankingShow.button({
      text,
      size: 'small',
      type: 'primary_text',
      payload: { scope, of, period, page: 1 },
    });
  const tracks = view.tracks.filter(({ id }) => !(view.scope === 'track' && view.of === id));
  return row([
    view.scope !== 'tracks' && view.tracks.length > 1 && button('各赛道', 'tracks'),
    ...tracks.map(({ id, name }) => button(name, 'track', id)),
    view.mayDistrict && view.scope !== 'district' && button('全区', 'district'),
  ]);
}

function whyButtons({ own, period, previous }: ShownRanking): Maybe<Element>[] {
  if (own?.mayExplain !== true) return [];
  const { unit } = own;
  return [
    explainShow.button({
      text: `为什么（${cut(own.name, 12)}）`,
      type: 'primary_filled',
      payload: { unit, period },
    }),
    previous !== undefined &&
      compareShow.button({ text: '与上期比较', payload: { unit, period, with: previous } }),
    roadmapShow.button({ text: '路线图', payload: { unit, period } }),
  ];
}

function whySelect({ own, period }: ShownRanking, rows: readonly RankingRow[]): Maybe<SelectElement> {
  const shown = rows.filter((entry) => entry.mayExplain === true && entry.unit !== own?.unit);
  if (shown.length === 0) return undefined;
  return explainShow.select({
    placeholder: '为什么？选一个单位看得分明细',
    options: present(shown).map(({ unit, name }) => ({ value: unit, text: name })),
    payload: { period },
  });
}
