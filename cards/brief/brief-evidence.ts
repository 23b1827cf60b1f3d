import type { DecisionKind } from '#src/domain/assessment/brief/brief-decisions.ts';
import { periodName } from '#src/domain/calendar/period.ts';
import { indicatorShow } from '../indicators/indicator-buttons.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { Element, Maybe, SelectElement, TableElement } from '../kit/elements.ts';
import { md } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { type Page, pageOf } from '../kit/paging.ts';
import { table } from '../kit/table.ts';
import { explainShow } from '../ranking/score-buttons.ts';
import { briefEvidence, briefShow } from './brief-buttons.ts';
import type { BriefEvidenceView } from './brief-view.ts';

export type { BriefEvidenceView } from './brief-view.ts';

/** As many as a table shows at once: it would page by itself beside the card's own pages. */
const pageSize = 10;

const kinds: Readonly<Record<DecisionKind, { title: string; columns: readonly string[]; note: string }>> = {
  veto: {
    title: '本期一票否决',
    columns: ['单位', '事由', '日期'],
    note: '保留得分和名次，年度不得评为第一等次。',
  },
  problem: {
    title: '超过时限的企业诉求',
    columns: ['编号', '责任单位', '已超', '类别', '环节', '应完成'],
    note: '按超期长短排列，已提级的在后；等企业补充材料期间不计时。',
  },
  unreported: {
    title: '逾期未报的数据',
    columns: ['单位', '指标', '时期', '截止日'],
    note: '按截止日先后排列；未报按 0 分计，补报后立即重算。',
  },
  behind: {
    title: '落后路线图一成以上的指标',
    columns: ['单位', '指标', '相差', '实际 / 预期', '时点'],
    note: '取最近一个已过的时点，按落后比例排列。',
  },
  provisional: {
    title: '名次暂列的单位',
    columns: ['单位', '暂不计入'],
    note: '未到报送截止日或缺对标值的指标暂不计入，报齐后名次会变。',
  },
};

type Row = BriefEvidenceView['rows'][number];

/** What a decision of the brief rests on, with the way into each unit and indicator. */
export function briefEvidenceCard(view: BriefEvidenceView): Card {
  const { kind, period } = view;
  const { title, note } = kinds[kind];
  const page = pageOf(view.rows, view.page, pageSize);
  return card({
    frame: view,
    title: `${title}（${view.rows.length}）`,
    subtitle: kind === 'problem' ? '截至目前' : periodName(period),
    elements: [
      page.total === 0 ? markdown(md`目前没有这样的事项，可能刚刚已经办好。`) : rowsTable(view, page),
      page.total > 0 && caption(note),
      ...ticketElements(view, page.rows),
      indicatorSelect(view, page.rows),
      unitSelect(view, page.rows),
      row([
        ...pager(page, (to, text) =>
          briefEvidence.button({ text, size: 'small', payload: { period, kind, page: to } }),
        ),
        briefShow.button({ text: '回到简报', size: 'small', payload: { period } }),
      ]),
    ],
  });
}

/** So that what matters stands within a phone's width. */
const widths: Readonly<Record<string, string>> = {
  ...{ 编号: '80px', 单位: '90px', 责任单位: '84px', 指标: '140px', 事由: '140px' },
  ...{ 已超: '90px', 类别: '80px', 环节: '140px', 应完成: '80px' },
};

function rowsTable({ kind }: BriefEvidenceView, page: Page<Row>): TableElement {
  return table<Row>({
    rows: page.rows,
    columns: kinds[kind].columns.map((title, at) => ({
      title,
      width: widths[title] ?? '100px',
      text: ({ cells }) => cells[at] ?? '',
    })),
  });
}

/** The ways into the tickets: those the reader works on; among leaders the list, which comes to its asker alone. */
function ticketElements({ kind, alone }: BriefEvidenceView, rows: readonly Row[]): Maybe<Element>[] {
  if (kind !== 'problem' || rows.length === 0) return [];
  const list = sayButton({ text: '看由我承办的诉求', say: '/ticket', size: 'small' });
  const tickets = rows.flatMap(({ ticket }) =>
    ticket ? [sayButton({ text: `看 ${ticket.id}`, say: `/ticket ${ticket.code}`, size: 'small' })] : [],
  );
  return [caption('诉求内容只给企服专员和承办单位看，要督办请说编号。'), row(alone ? tickets : [list])];
}

function unitSelect({ period }: BriefEvidenceView, rows: readonly Row[]): Maybe<SelectElement> {
  const units = new Map(rows.flatMap(({ unit }) => (unit ? [[unit.id, unit.name] as const] : [])));
  return (
    units.size > 0 &&
    explainShow.select({
      placeholder: '选一个单位看得分明细',
      options: [...units].map(([value, text]) => ({ value, text })),
      payload: { period },
    })
  );
}

function indicatorSelect({ period }: BriefEvidenceView, rows: readonly Row[]): Maybe<SelectElement> {
  const indicators = new Map(
    rows.flatMap(({ indicator }) => (indicator ? [[indicator.code, indicator.name] as const] : [])),
  );
  return (
    indicators.size > 0 &&
    indicatorShow.select({
      placeholder: '选一项指标看各单位和走势',
      options: [...indicators].map(([value, text]) => ({ value, text })),
      payload: { period, pick: 'indicator' },
    })
  );
}
