import { withMeasure } from '#src/domain/assessment/records/with-measure.ts';
import { periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { Element, Maybe, TableElement } from '../kit/elements.ts';
import { type Markup, md, nothing } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { type Page, pageOf } from '../kit/paging.ts';
import { bold, coloured, lines, paragraphs } from '../kit/phrasing.ts';
import { table } from '../kit/table.ts';
import type { ComparedLine, CompareView } from './compare-view.ts';
import { compareShow, explainShow, rankingShow, roadmapShow } from './score-buttons.ts';
import { movementMark } from './score-words.ts';

export type { CompareView } from './compare-view.ts';

const pageSize = 20;

/** Why a unit rose or fell between two periods: the score, every indicator that changed it, and the others in aggregate. */
export function compareCard(view: CompareView): Card {
  const page = pageOf(view.lines, view.page, pageSize);
  return card({
    frame: view,
    title: `${view.unitName}得分变化`,
    subtitle: `${view.track.name} · ${periodName(view.from)} → ${periodName(view.to)}${view.running ? '（本期未结束）' : ''}`,
    elements: [
      markdown(headline(view)),
      page.total === 0 ? markdown(md`各项指标给总分的贡献都没有变化。`) : linesTable(page.rows),
      caption(sumWords(view)),
      markdown(othersLines(view)),
      row(navigation(view, page)),
    ],
  });
}

/** A signed change; the sign says it, the colour only underlines. */
function changeMark(change: string): Markup {
  if (!/[1-9]/.test(change)) return coloured('grey', '0');
  return coloured(change.startsWith('-') ? 'red' : 'green', change);
}

function headline({ before, after, change }: CompareView): Markup {
  const moved = before.place === null || after.place === null ? null : before.place - after.place;
  const places =
    moved === null
      ? nothing
      : md`第 ${before.place ?? '—'} 名 → 第 ${bold(after.place ?? '—')} 名 ${movementMark(moved)}`;
  return paragraphs(
    md`## ${before.score} → ${after.score} 分`,
    lines(md`总分 ${changeMark(change)}`, places),
  );
}

function linesTable(rows: readonly ComparedLine[]): TableElement {
  return table<ComparedLine>({
    rows,
    freezeFirst: true,
    columns: [
      { title: '指标', width: '150px', text: (line) => line.indicator },
      { title: '影响总分', width: '90px', align: 'right', markdown: (line) => changeMark(line.change) },
      { title: '原因', width: '130px', text: (line) => line.why },
      { title: '完成值', width: '150px', align: 'right', text: (line) => both(line, valueWords) },
      { title: '目标', width: '150px', align: 'right', text: (line) => both(line, targetWords) },
      { title: '得分', width: '130px', align: 'right', text: (line) => both(line, (side) => side.points) },
      { title: '得分系数', width: '150px', align: 'right', text: (line) => both(line, (side) => side.f) },
    ],
  });
}

type Side = NonNullable<ComparedLine['before']>;

function valueWords({ value }: Side, { measure }: ComparedLine): string {
  return value === null ? '未报' : withMeasure(value, { measure });
}

function targetWords({ target }: Side, { measure }: ComparedLine): string | null {
  return target === null ? null : withMeasure(target, { measure });
}

/** What it was and what it is; once where both are the same, as is their measure. */
function both(line: ComparedLine, words: (side: Side, line: ComparedLine) => string | null): string {
  const [before = '', after = ''] = [line.before, line.after].map(
    (side) => (side && words(side, line)) ?? '不计',
  );
  if (before === after) return after;
  const measure = ` ${line.measure}`;
  const isTwice = before.endsWith(measure) && after.endsWith(measure);
  return `${isTwice ? before.slice(0, -measure.length) : before} → ${after}`;
}

function sumWords(view: CompareView): string {
  const { linesChange, bonusChange, deductionChange, rounding, change, unmoved } = view;
  const parts = [
    `各项合计 ${linesChange}`,
    /[1-9]/.test(bonusChange) && `加分 ${bonusChange}`,
    /[1-9]/.test(deductionChange) && `扣分 ${deductionChange}（总分相反）`,
    /[1-9]/.test(rounding) && `四舍五入 ${rounding}`,
  ].filter((part) => part !== false);
  const rest = unmoved > 0 ? `另有 ${unmoved} 项没有变化。` : '';
  return `${parts.join('，')}，总分 ${change}。按影响大小排列，合计按精确分数相加；两期计入的指标不同时，以上期平均得分率为基准。${rest}`;
}

function othersLines({ passedUs, passedByUs }: CompareView): Markup {
  const us =
    passedUs.units === 0
      ? md`没有单位超过我们。`
      : md`超过我们的 ${bold(passedUs.units)} 个单位，总分合计变化 ${passedUs.change}。`;
  const them =
    passedByUs.units === 0
      ? md`我们没有超过别的单位。`
      : md`被我们超过的 ${bold(passedByUs.units)} 个单位，总分合计变化 ${passedByUs.change}。`;
  return lines(bold('同赛道其他单位'), us, them);
}

function navigation(view: CompareView, page: Page<ComparedLine>): Maybe<Element>[] {
  const { unit, from, to, track } = view;
  const turn = (at: number, text: string) =>
    compareShow.button({ text, size: 'small', payload: { unit, period: to, with: from, page: at } });
  return [
    ...pager(page, turn),
    explainShow.button({ text: '看本期明细', size: 'small', payload: { unit, period: to } }),
    roadmapShow.button({ text: '路线图', size: 'small', payload: { unit, period: to } }),
    rankingShow.button({
      text: '看赛道排名',
      size: 'small',
      payload: { scope: 'track', of: track.id, period: to, page: 1 },
    }),
  ];
}
