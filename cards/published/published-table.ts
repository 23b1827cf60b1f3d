import { periodName } from '#src/domain/calendar/period.ts';
import { type Instant, longTime } from '#src/shared/time.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, panel, row } from '../kit/content.ts';
import type { Frame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { table } from '../kit/table.ts';
import { placeMark, stateMark } from '../ranking/score-words.ts';
import {
  fairnessCheck,
  fairnessShow,
  publishedExport,
  publishedList,
  publishedShow,
} from './published-buttons.ts';

/** One unit of a published table. */
interface PublishedRow {
  readonly unit: string;
  readonly name: string;
  readonly place: number | null;
  readonly score: string | null;
  readonly reported: number;
  readonly due: number;
  readonly bonus: string;
  readonly deduction: string;
  readonly provisional: boolean;
  readonly vetoed: boolean;
}

/** A published table as it may be shown here. */
export interface PublishedTableView extends Frame {
  readonly id: string;
  readonly name: string;
  readonly period: string;
  readonly edition: number;
  readonly hash: string;
  readonly publishedBy: string;
  readonly publishedAt: Instant;
  readonly why?: string;
  readonly changes: readonly string[];
  readonly editions: readonly { readonly id: string; readonly edition: number }[];
  readonly units: number;
  /** Some rows may not be shown here. */
  readonly limited: boolean;
  /** All may be shown, and nobody reads along who may not. */
  readonly whole: boolean;
  readonly mayExport: boolean;
  /** Shown to somebody who asked for the live ranking, which is a draft. */
  readonly instead?: boolean;
  readonly rows: readonly PublishedRow[];
}

const mostRows = 70;
const mostChanges = 15;

/** A published table: what was published, by whom, in which edition, under which hash. */
export function publishedTableCard(view: PublishedTableView): Card {
  const { id, edition, editions } = view;
  const newest = editions.at(-1);
  return card({
    frame: view,
    title: `${view.name}公布结果`,
    subtitle: `${periodName(view.period)} · ${view.units} 个单位`,
    template: 'green',
    tags: [
      { text: `第 ${edition} 版`, colour: 'green' },
      newest !== undefined && newest.edition > edition && { text: '已被更正', colour: 'red' },
    ],
    elements: [
      view.instead === true && caption('新的结果公布前不可看，这是最新公布的一版。'),
      markdown(
        lines(
          md`${view.publishedBy} ${longTime(view.publishedAt)} 公布`,
          view.why === undefined ? md`` : md`说明：${cut(view.why, 200)}`,
        ),
      ),
      view.rows.length === 0
        ? markdown(md`没有可在这里显示的单位。`)
        : resultTable(view.rows.slice(0, mostRows)),
      view.rows.length > mostRows && caption(`只列出前 ${mostRows} 个单位。`),
      view.limited && caption('这里只显示可看的部分。'),
      view.changes.length > 0 &&
        panel(`更正了什么（${view.changes.length} 处）`, [
          markdown(lines(...view.changes.slice(0, mostChanges).map((change) => md`${cut(change, 160)}`))),
          view.changes.length > mostChanges &&
            caption(`另有 ${view.changes.length - mostChanges} 处，见导出的存档。`),
        ]),
      panel('校验码', [caption(view.hash)]),
      editions.length > 1 &&
        publishedShow.select({
          placeholder: '看别的版次',
          options: editions.slice(-40).map((each) => ({ value: each.id, text: `第 ${each.edition} 版` })),
          chosen: id,
          payload: {},
        }),
      row([
        view.whole && fairnessShow.button({ text: '公平性分析', size: 'small', payload: { id } }),
        view.whole && fairnessCheck.button({ text: '重算核对', size: 'small', payload: { id } }),
        view.mayExport && publishedExport.button({ text: '导出存档', size: 'small', payload: { id } }),
        publishedList.button({ text: '本期全部', size: 'small', payload: { period: view.period } }),
      ]),
    ],
  });
}

function resultTable(rows: readonly PublishedRow[]) {
  return table<PublishedRow>({
    rows,
    columns: [
      { title: '名次', width: '80px', markdown: (each) => placeMark({ ...each, movement: null }) },
      { title: '单位', width: '92px', text: ({ name }) => name },
      { title: '得分', width: '80px', align: 'right', text: ({ score }) => score ?? '—' },
      { title: '说明', width: '80px', markdown: (each) => stateMark(each, md`<br>`) },
      { title: '已报/应报', width: '90px', text: ({ reported, due }) => `${reported}/${due}` },
      { title: '加分', width: '80px', align: 'right', text: ({ bonus }) => bonus },
      { title: '扣分', width: '80px', align: 'right', text: ({ deduction }) => deduction },
    ],
  });
}

/** What came of making a published table anew. */
export function publishedCheckCard(
  view: Frame & {
    id: string;
    name: string;
    period: string;
    edition: number;
    hash: string;
    faults: readonly string[];
  },
): Card {
  const isSame = view.faults.length === 0;
  return card({
    frame: view,
    title: isSame ? '重算一致' : '重算不一致',
    subtitle: `${view.name} · ${periodName(view.period)} · 第 ${view.edition} 版`,
    template: isSame ? 'green' : 'red',
    elements: [
      isSame
        ? markdown(md`按公布时留存的数据和规则重新计算，每个单位的得分、名次和校验码都与公布的一致。`)
        : markdown(
            lines(
              bold('请立即停用这张表并查明原因：'),
              ...view.faults.slice(0, 12).map((fault) => coloured('red', cut(fault, 160))),
            ),
          ),
      caption(`校验码 ${view.hash}`),
      row([publishedShow.button({ text: '返回公布表', size: 'small', payload: { id: view.id } })]),
    ],
  });
}
