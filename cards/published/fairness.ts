import type { Fairness } from '#src/domain/assessment/published/fairness.ts';
import { periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { Frame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { pageOf } from '../kit/paging.ts';
import { bold, coloured, lines, paragraphs } from '../kit/phrasing.ts';
import { table } from '../kit/table.ts';
import { fairnessShow, publishedShow } from './published-buttons.ts';

/** The fairness sheet of a published table. */
export interface FairnessView extends Frame, Fairness {
  readonly id: string;
  readonly name: string;
  readonly period: string;
  readonly edition: number;
  readonly page: number;
}

const gapsPerPage = 15;
const mostWeights = 20;
const mostNamed = 8;

type Gap = Fairness['gaps'][number];

/** How fair a table is: what decided the gaps, how much hangs on one point of weight, ties, what is missing. */
export function fairnessCard(view: FairnessView): Card {
  const page = pageOf(view.gaps, view.page, gapsPerPage);
  return card({
    frame: view,
    title: `${view.name}公平性分析`,
    subtitle: `${periodName(view.period)} · 第 ${view.edition} 版`,
    elements: [
      markdown(summary(view)),
      hr(),
      markdown(bold('相邻名次的差距由什么决定')),
      page.total === 0
        ? markdown(md`不足两个单位有得分，没有差距可比。`)
        : markdown(paragraphs(...gapLines(page.rows))),
      row(
        pager(page, (to, text) =>
          fairnessShow.button({ text, size: 'small', payload: { id: view.id, page: to } }),
        ),
      ),
      markdown(bold('权重增减 1 分，几个单位名次会变')),
      view.weights.length > 0 ? weightTable(view) : markdown(md`任何一项权重增减 1 分，名次都不变。`),
      view.weights.length > mostWeights && caption(`只列出影响最大的 ${mostWeights} 项。`),
      caption(
        `另有 ${view.still} 项增减 1 分不影响名次。算法：有这项指标的单位都把它的权重加（减）1 分，不减到 0 以下，其他权重不变，得分仍按得分合计÷权重合计折成百分制。`,
      ),
      row([publishedShow.button({ text: '返回公布表', size: 'small', payload: { id: view.id } })]),
    ],
  });
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join('、');
  return names.length > mostNamed ? `${shown}等 ${names.length} 个` : shown;
}

function summary({ units, scored, ties, unreported, provisional, vetoed }: FairnessView) {
  const small = units < 5 ? coloured('orange', '单位不足 5 个，按比较计分的指标受个别单位影响大。') : md``;
  const missing = unreported.map(({ unit, count }) => `${unit} ${count} 项`);
  return lines(
    md`${bold(`${units} 个单位，${scored} 个有得分`)}`,
    small,
    ties.length === 0
      ? md`没有并列`
      : md`并列：${named(ties.map(({ place, units: tied }) => `第 ${place} 名 ${tied.join('、')}`))}`,
    missing.length === 0 ? md`没有逾期未报` : coloured('red', `逾期未报：${named(missing)}`),
    provisional === 0 ? md`没有暂列` : coloured('orange', `暂列：${provisional} 个单位`),
    vetoed.length === 0 ? md`` : coloured('red', `一票否决：${named(vetoed)}`),
  );
}

function gapLines(rows: readonly Gap[]) {
  return rows.map(({ better, worse, gap, decided }) => {
    const why = decided.map(({ name, gain }) => `${name} +${gain}`).join('；');
    const reason = why === '' ? md`` : md`：${why}`;
    return md`${bold(better)} 比 ${bold(worse)} 多 ${gap} 分${reason}`;
  });
}

function weightTable({ weights }: FairnessView) {
  return table<Fairness['weights'][number]>({
    rows: weights.slice(0, mostWeights),
    columns: [
      { title: '指标', width: '160px', text: ({ indicator }) => indicator },
      { title: '加 1 分', width: '80px', align: 'right', text: ({ up }) => `${up}` },
      { title: '减 1 分', width: '80px', align: 'right', text: ({ down }) => `${down}` },
    ],
  });
}
