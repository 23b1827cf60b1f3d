import { periodName } from '#src/domain/calendar/period.ts';
import { compare, rational } from '#src/shared/rational.ts';
import { longDay } from '#src/shared/time.ts';
import { evidenceGet } from '../evidence/evidence-buttons.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { ButtonElement, Element, Maybe } from '../kit/elements.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { type Page, pageOf } from '../kit/paging.ts';
import { bold, coloured, joined, lines, paragraphs } from '../kit/phrasing.ts';
import { adjustmentWords } from '../rules/adjust-words.ts';
import { explainTable } from './explain-table.ts';
import type { ExplainLine, ExplainView } from './explain-view.ts';
import { compareShow, explainShow, rankingShow, roadmapShow } from './score-buttons.ts';
import { coverageWords, periodButtonText } from './score-words.ts';

export type { ExplainLine, ExplainView } from './explain-view.ts';

const pageSize = 20;

/** How a unit's score came about: the sum, every indicator with what it lost, bonuses and deductions, and what to gain. */
export function explainCard(view: ExplainView): Card {
  const page = pageOf([...view.lines].sort(byLoss), view.page, pageSize);
  return card({
    frame: view,
    title: `${view.unitName}得分明细`,
    subtitle: [view.track?.name, `${periodName(view.period)}${view.running ? '（本期未结束）' : ''}`]
      .filter((part) => part !== undefined)
      .join(' · '),
    tags: [
      view.provisionalWhy !== undefined && { text: '暂列', colour: 'orange' },
      view.vetoed && { text: '一票否决', colour: 'red' },
    ],
    elements: [
      markdown(headline(view)),
      view.score !== null && caption(sumWords(view, view.score)),
      page.total === 0
        ? markdown(md`这一期还没有应计入的指标，可以看别的时期或赛道排名。`)
        : explainTable(page.rows),
      page.total > 0 && caption('按失分从多到少排列，左右滑动看完成值、权重、目标、赋分规则、来源和填报人。'),
      adjustmentLines(view),
      row(evidenceButtons(view)),
      oneMoreLines(view),
      row(navigation(view, page)),
    ],
  });
}

/** What lost most comes first, what is left out last. */
function byLoss(a: ExplainLine, b: ExplainLine): number {
  if (a.lost === null || b.lost === null) return (a.lost === null ? 1 : 0) - (b.lost === null ? 1 : 0);
  return compare(rational(b.lost), rational(a.lost));
}

function headline(view: ExplainView): Markup {
  const place = view.place === null ? md`暂无名次` : md`第 ${bold(view.place)} 名 / ${view.units} 个单位`;
  const score = view.score === null ? md`## 暂无得分` : md`## ${view.score} 分`;
  const veto = view.vetoed ? coloured('red', '一票否决：保留得分和名次，年度不得评为第一等次。') : nothing;
  const why = view.provisionalWhy === undefined ? nothing : md`暂列：${view.provisionalWhy}`;
  const coverage = view.due === 0 ? nothing : md`，${coverageWords(view)}`;
  return paragraphs(score, lines(md`${place}${coverage}`, veto, why));
}

function sumWords(view: ExplainView, score: string): string {
  const capped = view.bonusUncapped === undefined ? '' : `（加分合计 ${view.bonusUncapped}，按赛道上限计）`;
  return `100 × 得分合计 ${view.points} ÷ 权重合计 ${view.weights} ＋ 加分 ${view.bonus}${capped} － 扣分 ${view.deduction} ＝ ${score}`;
}

const shownAdjustments = 10;
const shownFiles = 6;

function adjustmentLines({ adjustments }: ExplainView): Maybe<Element> {
  if (adjustments.length === 0) return undefined;
  const shown = adjustments
    .slice(0, shownAdjustments)
    .map((each) => md`${adjustmentWords(each)}：${each.reason}（${longDay(each.date)}）`);
  const rest = adjustments.length - shown.length;
  return markdown(lines(bold('加减分'), ...shown, rest > 0 ? md`另有 ${rest} 项` : nothing));
}

function evidenceButtons({ adjustments }: ExplainView): Element[] {
  const all = adjustments
    .slice(0, shownAdjustments)
    .flatMap(({ proposal, files = [] }) =>
      files.map((name, at) =>
        evidenceGet.button({ text: `佐证 ${cut(name, 20)}`, size: 'small', payload: { proposal, at } }),
      ),
    );
  return all.slice(0, shownFiles);
}

function oneMoreLines({ oneMore }: ExplainView): Maybe<Element> {
  if (oneMore.length === 0) return undefined;
  const shown = oneMore
    .slice(0, 3)
    .map(({ indicator, step, gain }) => md`${indicator} ${step}，总分 ${coloured('green', `+${gain} 分`)}`);
  return markdown(lines(bold('再前进一步值多少分（其他不变）'), joined(shown, md`<br>`)));
}

function navigation(view: ExplainView, page: Page<ExplainLine>): Maybe<Element>[] {
  const { unit, period, track, previous, next } = view;
  const show = (text: string, payload: { period: string; page: number }): ButtonElement =>
    explainShow.button({ text, size: 'small', payload: { unit, ...payload } });
  return [
    ...pager(page, (to, text) => show(text, { period, page: to })),
    previous !== undefined && show(periodButtonText(previous, -1), { period: previous, page: 1 }),
    next !== undefined && show(periodButtonText(next, 1), { period: next, page: 1 }),
    previous !== undefined &&
      compareShow.button({ text: '与上期比较', size: 'small', payload: { unit, period, with: previous } }),
    track !== undefined && roadmapShow.button({ text: '路线图', size: 'small', payload: { unit, period } }),
    track !== undefined &&
      rankingShow.button({
        text: '看赛道排名',
        size: 'small',
        payload: { scope: 'track', of: track.id, period, page: 1 },
      }),
  ];
}
