import { withMeasure } from '#src/domain/assessment/records/with-measure.ts';
import { periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { TableElement } from '../kit/elements.ts';
import { type Markup, md } from '../kit/markup.ts';
import { bold, lines, paragraphs } from '../kit/phrasing.ts';
import { table } from '../kit/table.ts';
import { explainShow, rankingShow, roadmapShow } from './score-buttons.ts';
import { movementMark, placeMark } from './score-words.ts';
import type { WhatIfRow, WhatIfView } from './what-if-view.ts';

export type { WhatIfView } from './what-if-view.ts';

/** More units than these are never shown at once. */
const mostRows = 60;

/** What other values would make of a unit's score and of its track. Nothing is saved, and the card says so. */
export function whatIfCard(view: WhatIfView): Card {
  const { unit, period, track } = view;
  return card({
    frame: view,
    title: `测算：${view.unitName}`,
    subtitle: `${track.name} · ${periodName(period)}${view.running ? '（本期未结束）' : ''}`,
    template: 'wathet',
    tags: [{ text: '只是测算，不保存', colour: 'blue' }],
    elements: [
      markdown(headline(view)),
      markdown(lines(bold('假设'), ...view.items.map((item) => itemLine(item, view)))),
      view.rows.length > 0 && resultTable(view.rows.slice(0, mostRows)),
      view.limited && caption('只显示您在赛道排名里本来能看到的单位。'),
      row([
        roadmapShow.button({ text: '路线图', size: 'small', payload: { unit, period } }),
        explainShow.button({ text: '得分明细', size: 'small', payload: { unit, period } }),
        rankingShow.button({
          text: '看实际排名',
          size: 'small',
          payload: { scope: 'track', of: track.id, period, page: 1 },
        }),
      ]),
    ],
  });
}

function headline({ before, after }: WhatIfView): Markup {
  if (before.score === null && after.score === null)
    return paragraphs(md`## 暂无得分`, md`按下面的假设也还没有可计的得分。`);
  const moved = before.place === null || after.place === null ? null : before.place - after.place;
  const places = md`第 ${before.place ?? '—'} 名 → 第 ${bold(after.place ?? '—')} 名 ${movementMark(moved)}`;
  return paragraphs(md`## ${before.score ?? '—'} → ${after.score ?? '—'} 分`, places);
}

function itemLine(item: WhatIfView['items'][number], { unitName }: WhatIfView): Markup {
  const { indicator, valueBefore, value, pointsBefore, points, period } = item;
  const values = md`${valueBefore === null ? '未报' : valueBefore} → ${bold(withMeasure(value, item))}`;
  const whose = item.unitName === unitName ? '' : `${item.unitName} `;
  return md`${whose}${indicator}（${periodName(period)}）：${values}，得分 ${pointsBefore ?? '不计'} → ${points ?? '不计'}`;
}

function resultTable(rows: readonly WhatIfRow[]): TableElement {
  return table<WhatIfRow>({
    rows,
    columns: [
      { title: '名次', width: '80px', markdown: placeMark },
      {
        title: '单位',
        width: '90px',
        markdown: ({ name, own }) => (own ? md`${bold(name)}` : md`${name}`),
      },
      { title: '测算得分', width: '82px', align: 'right', text: ({ score }) => score ?? '—' },
      { title: '实际得分', width: '82px', align: 'right', text: ({ scoreBefore }) => scoreBefore ?? '—' },
    ],
  });
}
