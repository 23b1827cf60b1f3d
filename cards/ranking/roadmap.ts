import { periodName } from '#src/domain/calendar/period.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { BodyElement, Element, Maybe } from '../kit/elements.ts';
import { type Markup, md, nothing } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { pageOf } from '../kit/paging.ts';
import { bold, coloured, lines, paragraphs } from '../kit/phrasing.ts';
import { milestonesTable, optionsTable, stepWords } from './roadmap-tables.ts';
import type { RoadmapStep, RoadmapView } from './roadmap-view.ts';
import { explainShow, rankingShow, roadmapShow } from './score-buttons.ts';

export type { RoadmapView } from './roadmap-view.ts';

/** Rows a page of either table. */
const pageSize = 10;

/** A unit's road map: how far the next place is, the ways there, what others would have to do, and expected beside actual. */
export function roadmapCard(view: RoadmapView): Card {
  const options = pageOf(view.options, view.page, pageSize);
  const milestones = pageOf(view.milestones, view.page, pageSize);
  const shownMilestones = view.page > milestones.pages ? [] : milestones.rows;
  const shownOptions = view.page > options.pages ? [] : options.rows;
  const pages = Math.max(options.pages, milestones.pages);
  return card({
    frame: view,
    title: `${view.unitName}争先进位路线图`,
    subtitle: `${view.track.name} · ${periodName(view.period)}${view.running ? '（本期未结束）' : ''}`,
    tags: [view.provisional && { text: '暂列', colour: 'orange' }],
    elements: [
      markdown(headline(view)),
      ...waysOf(view, shownOptions),
      stayingLines(view),
      ...(shownMilestones.length > 0
        ? [
            markdown(md`${bold('时点目标：实际 / 预期')}`),
            milestonesTable(shownMilestones),
            caption('按落后幅度从大到小排列，左右滑动看其他时点和位次（取最近一期对标数据）。'),
          ]
        : []),
      row(navigation(view, { page: Math.min(Math.max(1, view.page), pages), pages, total: pages })),
    ],
  });
}

/** What a unit is told while nothing counts yet, for itself or for anybody of its track. */
const unplaced =
  '还没有得分，暂不能算路线图。请点“得分明细”看哪些指标还没有计入，上报或到期计入后再看；也可以换一个已有得分的时期。';

function headline(view: RoadmapView): Markup {
  const { ahead, score, place } = view;
  const own = md`## ${place === null ? '暂无名次' : `第 ${place} 名`}${score === null ? '' : `，${score} 分`}`;
  if (!ahead)
    return paragraphs(own, place === null ? md`${unplaced}` : md`已在本赛道第一位，没有更前的名次。`);
  const names =
    ahead.names.length === 0
      ? ''
      : `（${ahead.names.join('、')}${ahead.units > ahead.names.length ? '等' : ''}）`;
  const next = md`前一位是第 ${bold(ahead.place ?? '—')} 名${names}，${ahead.score ?? '—'} 分`;
  const gap = ahead.gap === null ? nothing : md`，相差 ${bold(ahead.gap)} 分`;
  return paragraphs(own, md`${next}${gap}。要超过，得分须严格高于前一位的每个单位。`);
}

function waysOf(view: RoadmapView, options: RoadmapView['options']): Maybe<BodyElement>[] {
  if (!view.ahead) return [];
  const none = view.options.length === 0;
  return [
    view.page <= 1 && combinationLines(view),
    none &&
      markdown(
        view.combination
          ? md`单独提高任何一项都不够。`
          : md`在各指标的合理范围内，提高一项至三项都还不够超过前一位。`,
      ),
    options.length > 0 && markdown(lines(bold('单独提高一项就能超过'), singleNote(view))),
    options.length > 0 && optionsTable(options),
    options.length > 0 &&
      caption(
        '按增量占全年目标的比例从小到大排列；未报的指标从合理范围的最差值算起；有的规则按相互比较赋分，前一位的得分也会变。',
      ),
  ];
}

function singleNote({ combination, singleIsCheapest }: RoadmapView): Markup {
  if (combination || singleIsCheapest === undefined) return nothing;
  return singleIsCheapest
    ? coloured('grey', '已逐一验算：没有更省的两项或三项组合。')
    : coloured('grey', '在试过的取值里没有更省的组合。');
}

function stepLine(step: RoadmapStep): Markup {
  const share = step.share === null ? nothing : md`（占全年目标 ${step.share}）`;
  return md`${step.indicator}：${stepWords(step)}${share}`;
}

function combinationLines({ combination }: RoadmapView): Maybe<Element> {
  if (!combination) return undefined;
  const { steps, share, proven, scoreAfter, placeAfter, aheadAfter } = combination;
  const rival = aheadAfter === undefined ? '' : `，前一位届时 ${aheadAfter} 分`;
  const how = proven ? '已逐一验算，三项以内没有更省的' : '在试过的取值里最省';
  const reached = md`合计占全年目标 ${share ?? '—'}，之后 ${scoreAfter} 分、第 ${placeAfter} 名${rival}（${how}）。`;
  return markdown(lines(bold(`最省的组合（${steps.length} 项）`), ...steps.map(stepLine), reached));
}

function stayingLines({ staying, page }: RoadmapView): Maybe<Element> {
  if (staying.length === 0 || page > 1) return undefined;
  const each = staying.map(({ name, points, option, none }) => {
    const how = option ? md`，最省的一项是${stepLine(option)}` : none ? md`，单独提高一项不够` : nothing;
    return md`${name}：再得 ${bold(points)} 分${how}`;
  });
  return markdown(lines(bold('对方要保持领先'), ...each));
}

function navigation(
  view: RoadmapView,
  pages: { page: number; pages: number; total: number },
): Maybe<Element>[] {
  const { unit, unitName, period, track, options } = view;
  const [smallest] = options;
  return [
    ...pager(pages, (page, text) =>
      roadmapShow.button({ text, size: 'small', payload: { unit, period, page } }),
    ),
    smallest !== undefined &&
      sayButton({
        text: '测算最省的一项',
        type: 'primary_filled',
        size: 'small',
        say: `/whatif ${unitName} ${periodName(period)} ${smallest.indicator} ${smallest.needed}${smallest.measure}`,
      }),
    explainShow.button({ text: '得分明细', size: 'small', payload: { unit, period } }),
    rankingShow.button({
      text: '看赛道排名',
      size: 'small',
      payload: { scope: 'track', of: track.id, period, page: 1 },
    }),
  ];
}
