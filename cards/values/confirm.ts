import { periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement, Element, Maybe } from '../kit/elements.ts';
import { checker, form } from '../kit/form.ts';
import { plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { type Page, pageOf } from '../kit/paging.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { confirmAsk, confirmShow } from './confirm-buttons.ts';
import type { ConfirmListView, ConfirmRow } from './confirm-view.ts';
import { valueShow } from './value-buttons.ts';

const perPage = 8;

/** The values that wait to be confirmed, to tick or to take all at once, those reported first on top. */
export function confirmCard(view: ConfirmListView): Card {
  const page = pageOf(view.rows, view.page, perPage);
  const none = view.rows.length === 0;
  return card({
    frame: plainFrame(view),
    title: none ? '没有待审核的数据' : `待审核 ${view.rows.length} 项`,
    subtitle: view.filterWords,
    template: none ? 'green' : 'blue',
    elements: [
      none && markdown(md`这个范围里没有等待审核的完成值。`),
      view.rows.some(isLocked) &&
        caption('账期已锁定的只能审核通过，不能退回；确需退回，请考核办先用 /账期 重新开放。'),
      !none && view.decidable === 0 && caption('您可以查看；由单位主要负责人或考核办审核。'),
      view.choices.length > 1 && filterSelect(view),
      ...(view.decidable > 0 ? [tickForm(view, page)] : page.rows.map((each) => markdown(rowWords(each)))),
      page.rows.length > 0 && detailSelect(page.rows),
      !none && hr(),
      row(navigation(view, page)),
    ],
  });
}

/** Whether somebody who decides about it may not return it. */
const isLocked = ({ mayDecide, locked }: ConfirmRow) => mayDecide && locked === true;

function filterSelect({ choices, filter }: ConfirmListView): Element {
  return confirmShow.select({
    placeholder: '按专班、时期或单位筛选',
    options: [{ value: 'all', text: '全部' }, ...choices],
    payload: { ...filter, page: 1 },
  });
}

/** The details of a value under its name. */
function detailWords({ unitName, period, by, late, early, files, locked }: ConfirmRow): string {
  const facts = [
    cut(unitName, 24),
    periodName(period),
    by,
    late ? '迟报' : '',
    early ? '期末前上报' : '',
    files > 0 ? `佐证 ${files} 件` : '',
    locked === true ? '账期已锁定' : '',
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** A value in two lines, with what should be looked at twice in a third. */
export function rowWords(entry: ConfirmRow): Markup {
  return lines(
    md`${cut(entry.indicator, 36)} ${bold(entry.value)}`,
    coloured('grey', detailWords(entry)),
    entry.jump === undefined ? nothing : coloured('red', `请再核对：${cut(entry.jump, 90)}`),
  );
}

/** A form parts its elements by 12 px (fact sheet §3.3); what belongs to a tick stands closer, under its words. */
const underTick = '-8px 0px 0px 22px';

function tickElements(entry: ConfirmRow): Element[] {
  if (!entry.mayDecide) return [markdown(rowWords(entry))];
  return [
    checker({ name: `tick_${entry.id}`, text: `${cut(entry.indicator, 36)} ${entry.value}` }),
    { ...caption(detailWords(entry)), margin: underTick },
    ...(entry.jump === undefined
      ? []
      : [
          {
            ...markdown(coloured('red', `请再核对：${cut(entry.jump, 90)}`), { size: 'notation' }),
            margin: underTick,
          },
        ]),
  ];
}

function tickForm(view: ConfirmListView, page: Page<ConfirmRow>): BodyElement {
  const payload = { ...view.filter, page: page.page };
  return form('confirm', [
    ...page.rows.flatMap(tickElements),
    row([
      confirmAsk.submit({
        name: 'submit_confirm',
        text: '审核通过所选',
        payload: { ...payload, verdict: 'confirm' },
      }),
      page.rows.some((each) => each.mayDecide && !isLocked(each)) &&
        confirmAsk.submit({
          name: 'submit_return',
          text: '退回所选',
          type: 'default',
          payload: { ...payload, verdict: 'return' },
        }),
    ]),
  ]);
}

function detailSelect(rows: readonly ConfirmRow[]): Element {
  return valueShow.select({
    placeholder: '看某一项的来历、佐证，或单独办理',
    options: rows.map(({ id, indicator, unitName, period }) => ({
      value: id,
      text: `${cut(indicator, 24)}（${cut(unitName, 12)}，${periodName(period)}）`,
    })),
    payload: {},
  });
}

function navigation(view: ConfirmListView, page: Page<ConfirmRow>): Maybe<Element>[] {
  const { filter, decidable, shown } = view;
  const payload = { ...filter, page: page.page, shown };
  return [
    decidable > 1 &&
      confirmAsk.button({
        text: `全部通过（${decidable} 项）`,
        size: 'small',
        payload: { ...payload, verdict: 'confirm' },
      }),
    decidable > 1 &&
      !view.rows.some(isLocked) &&
      confirmAsk.button({
        text: `全部退回（${decidable} 项）`,
        size: 'small',
        payload: { ...payload, verdict: 'return' },
      }),
    ...pager(page, (to, text) =>
      confirmShow.button({ text, size: 'small', payload: { ...filter, page: to } }),
    ),
    confirmShow.button({ text: '刷新', size: 'small', payload: { ...filter, page: page.page } }),
  ];
}
