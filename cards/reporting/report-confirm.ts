import { withMeasure } from '#src/domain/assessment/records/with-measure.ts';
import { type Period, periodName } from '#src/domain/calendar/period.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, Element, Maybe } from '../kit/elements.ts';
import { form, input } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { bold, coloured, joined, lines } from '../kit/phrasing.ts';
import { type Ask, askElements } from './report-ask.ts';
import { reportCancel, reportConfirm, reportCorrect } from './report-buttons.ts';

export type { Ask } from './report-ask.ts';

/** An item of a draft as it was understood; what is still unknown is absent. */
export interface DraftItem {
  /** Its name; absent while unknown. */
  readonly indicator?: string | undefined;
  /** The words it was understood from. */
  readonly said: string;
  readonly unitName?: string | undefined;
  readonly period?: Period | undefined;
  /** In the indicator's own measure. */
  readonly value?: string | undefined;
  readonly measure?: string | undefined;
  /** E.g. `2026年9月 11.02 亿元`. */
  readonly previous?: string | undefined;
  /** Against the previous value, e.g. `+1.33 亿元（+12.1%）`. */
  readonly change?: string | undefined;
  /** E.g. `全年目标 15 亿元，已完成 82.3%`. */
  readonly progress?: string | undefined;
  /** Why to look again, e.g. `比上期节奏快 46%，超过 30%`. */
  readonly warning?: string | undefined;
  /** The value of the same period that this one supersedes, with its measure. */
  readonly replaces?: string | undefined;
  /** The last day of its period, e.g. `11月30日`, where that is not over. */
  readonly unfinished?: string | undefined;
  readonly note?: string | undefined;
  /** Whose task it is, where somebody else reports it. */
  readonly behalf?: string | undefined;
}

/** What is shown before anything is recorded. */
export interface ReportConfirmView extends Pick<Frame, 'demo'> {
  readonly draft: string;
  /** Names the values that confirming would replace; absent when there are none. */
  readonly seen?: string | undefined;
  /** Who reports, and for whom when it is someone else. */
  readonly reporterName: string;
  readonly items: readonly DraftItem[];
  /** Questions that are still open; while there are any, nothing can be confirmed. */
  readonly asks: readonly Ask[];
  /** Sentences on what was understood but may not be reported by this person. */
  readonly refused?: readonly string[] | undefined;
  /** What was said beside the values. */
  readonly note?: string | undefined;
  /** Values that come after their due day: confirming them asks why. */
  readonly late?: number | undefined;
}

/** The name of the field that takes why values are late. */
export const lateReasonField = 'late_reason';

/** Up to 8 items have a block of their own, up to 30 a line, beyond that a short line: nothing may be confirmed unseen. */
const most = { blocks: 8, lines: 30 };
/** Questions shown at a time; the next come when these are answered. */
const mostAsks = 3;

/** What was understood, item by item, with open questions or the button that records it. */
export function reportConfirmCard(view: ReportConfirmView): Card {
  if (view.items.length === 0) return nothingUnderstood(view);
  const warned = view.items.filter((item) => item.warning !== undefined).length;
  const open = view.asks.length;
  return card({
    frame: plainFrame(view),
    title: open > 0 ? `还有 ${open} 处要问您` : `请确认上报内容（${view.items.length} 项）`,
    template: open > 0 || warned > 0 ? 'orange' : 'blue',
    tags: [warned > 0 && { text: `${warned} 项请再核对`, colour: 'orange' }],
    elements: [
      ...itemElements(view.items),
      ...notesOf(view),
      ...askSection(view),
      hr(),
      caption(`报送人：${view.reporterName}。确认之前不会记录任何数值。`),
      isLate(view) && lateForm(view, warned),
      row(buttons(view, warned)),
    ],
  });
}

function nothingUnderstood(view: ReportConfirmView): Card {
  return card({
    frame: plainFrame(view),
    title: '没有识别出要上报的内容',
    template: 'grey',
    elements: [
      markdown(md`请换一种说法，例如：固投10月累计12.35亿元；也可以打开上报表填写。`),
      ...notesOf(view),
      row([
        sayButton({ text: '打开上报表', say: '/report', type: 'primary_filled' }),
        reportCancel.button({ text: '取消', payload: { draft: view.draft } }),
      ]),
    ],
  });
}

function itemElements(items: readonly DraftItem[]): BodyElement[] {
  if (items.length <= most.blocks) return items.map((item, index) => markdown(itemBlock(item, index + 1)));
  const short = items.length > most.lines;
  return [markdown(lines(...items.map((item, index) => itemLine(item, { number: index + 1, short }))))];
}

function nameOf(item: DraftItem): string {
  return cut(item.indicator ?? (item.said.trim() === '' ? '（指标待定）' : item.said), 40);
}

function valueMark(item: DraftItem): Markup {
  return item.value === undefined
    ? coloured('orange', '待定')
    : bold(item.measure === undefined ? item.value : withMeasure(item.value, { measure: item.measure }));
}

function whenMark(item: DraftItem): Markup {
  return item.period === undefined ? coloured('orange', '时期待定') : md`${periodName(item.period)}`;
}

function whereAndWhen(item: DraftItem): Markup {
  const where = item.unitName === undefined ? nothing : md`${cut(item.unitName, 30)}`;
  const behalf = item.behalf === undefined ? nothing : md`代${cut(item.behalf, 10)}填报`;
  return joined([where, whenMark(item), behalf], md` · `);
}

function itemBlock(item: DraftItem, number: number): Markup {
  const before = joined(
    [item.previous ? md`上期 ${item.previous}` : nothing, item.change ? md`${item.change}` : nothing],
    md`，`,
  );
  return lines(
    md`${number}、${bold(nameOf(item))}`,
    md`完成值 ${valueMark(item)}`,
    whereAndWhen(item),
    before,
    item.progress ? md`${item.progress}` : nothing,
    item.unfinished ? coloured('orange', `本期到${item.unfinished}才结束，请核对是不是这一期的数`) : nothing,
    item.replaces ? md`将替换本期已报的 ${item.replaces}，原数保留备查` : nothing,
    item.note ? md`说明：${cut(item.note, 200)}` : nothing,
    item.warning ? coloured('red', `请再核对：${item.warning}`) : nothing,
  );
}

function itemLine(item: DraftItem, { number, short }: { number: number; short: boolean }): Markup {
  if (short)
    return md`${number}、${cut(nameOf(item), 20)} ${whenMark(item)} ${valueMark(item)}${item.unfinished ? coloured('orange', '未结束') : nothing}${item.warning ? coloured('red', '请再核对') : nothing}`;
  const facts = [
    item.change ? md`${item.change}` : nothing,
    item.unfinished ? coloured('orange', '本期未结束') : nothing,
    item.warning ? coloured('red', `请再核对：${cut(item.warning, 40)}`) : nothing,
  ];
  const tail = joined(facts, md`；`);
  return md`${number}、${nameOf(item)} ${whereAndWhen(item)} ${valueMark(item)} ${tail}`;
}

const mostRefused = 5;

function notesOf({ refused = [], note }: ReportConfirmView): Maybe<BodyElement>[] {
  const rest = refused.length - mostRefused;
  return [
    note !== undefined && markdown(md`说明：${cut(note, 200)}`),
    ...refused.slice(0, mostRefused).map((why) => markdown(coloured('orange', `没有列入：${cut(why, 100)}`))),
    rest > 0 && caption(`另有 ${rest} 处没有列入。`),
  ];
}

function askSection({ draft, asks, items }: ReportConfirmView): Maybe<BodyElement>[] {
  if (asks.length === 0) return [];
  const rest = asks.length - mostAsks;
  const asked = { draft, left: asks.length, alone: items.length === 1 };
  return [
    hr(),
    ...asks.slice(0, mostAsks).flatMap((ask) => askElements(asked, ask)),
    rest > 0 && caption(`答完后再问其余 ${rest} 处。`),
  ];
}

function isLate({ asks, late = 0 }: ReportConfirmView): boolean {
  return asks.length === 0 && late > 0;
}

function confirmLook({ draft, seen, late = 0 }: ReportConfirmView, warned: number) {
  return {
    text: late > 0 ? '确认上报（补报）' : '确认上报',
    type: 'primary_filled' as const,
    confirm:
      warned > 0
        ? { title: '请再核对一次', text: `有 ${warned} 项与上期差别较大。数值都正确吗？` }
        : undefined,
    payload: { draft, ...(seen === undefined ? {} : { seen }) },
  };
}

/** After the due day a value is taken with its reason. */
function lateForm(view: ReportConfirmView, warned: number): BodyElement {
  return form('late', [
    input({
      name: lateReasonField,
      label: `逾期原因（${view.late} 项已过截止日）`,
      placeholder: '例如：部门数据晚到',
      required: true,
      max: 100,
    }),
    reportConfirm.submit({ name: 'submit', ...confirmLook(view, warned) }),
  ]);
}

function buttons(view: ReportConfirmView, warned: number): Maybe<Element>[] {
  const { draft, asks } = view;
  return [
    asks.length === 0 && !isLate(view) && reportConfirm.button(confirmLook(view, warned)),
    reportCorrect.button({ text: '更正', payload: { draft } }),
    reportCancel.button({ text: '取消', payload: { draft } }),
  ];
}
