import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import { type Element, type Maybe, present } from '../kit/elements.ts';
import { form, input, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { limits } from '../kit/limits.ts';
import { cut, md } from '../kit/markup.ts';
import { measureCard } from '../kit/measure-card.ts';
import type { Option } from '../kit/option.ts';
import { pager } from '../kit/pager.ts';
import { bold, coloured } from '../kit/phrasing.ts';
import { reportBack, reportCorrect, reportCorrectSubmit } from './report-buttons.ts';

/** An item of a draft as it can be corrected. */
export interface CorrectItem {
  /** Its place in the draft, 0-based; names its fields. */
  readonly index: number;
  /** The indicator's name, or the words it was understood from. */
  readonly name: string;
  /** Only where it is in question. */
  readonly indicators?: readonly Option[] | undefined;
  readonly indicator?: string | undefined;
  /** Only where several may be meant. */
  readonly units?: readonly Option[] | undefined;
  readonly unit?: string | undefined;
  readonly periods: readonly Option[];
  readonly period?: string | undefined;
  readonly value?: string | undefined;
  readonly measure?: string | undefined;
  readonly note?: string | undefined;
}

/** What the correcting form shows. */
export interface ReportCorrectView extends Pick<Frame, 'demo'> {
  readonly draft: string;
  readonly items: readonly CorrectItem[];
  /** 1-based. */
  readonly page: number;
  /** Why the last submission was not taken. */
  readonly error?: string | undefined;
}

/** The names of an item's fields in the submitted form. `keep` says `keep` or `drop`. */
export function correctionFields(index: number) {
  return {
    indicator: `indicator_${index}`,
    unit: `unit_${index}`,
    period: `period_${index}`,
    value: `value_${index}`,
    note: `note_${index}`,
    keep: `keep_${index}`,
  } as const;
}

const mostItems = 10;
/** What is left for a page's items: titles, buttons and the longest error were measured to take 25 elements and 3 KB. */
const room = { elements: limits.elements - 30, bytes: limits.bytes - 4 * 1024 };

/** The form in which a draft is corrected, item by item, with what is known filled in. */
export function reportCorrectCard(view: ReportCorrectView): Card {
  const pages = pagesOf(view.items);
  const page = Math.min(Math.max(1, view.page), pages.length);
  const items = pages[page - 1] ?? [];
  return card({
    frame: plainFrame(view),
    title: '更正上报内容',
    subtitle: pages.length > 1 ? `第 ${page}/${pages.length} 页，共 ${view.items.length} 项` : undefined,
    elements: [
      view.error !== undefined && markdown(coloured('red', view.error)),
      pages.length > 1 && caption('每页单独提交：请先提交本页，再翻页。'),
      form('report_correct', [
        ...items.flatMap(itemFields),
        reportCorrectSubmit.submit({ name: 'submit', text: '保存更正', payload: { draft: view.draft } }),
      ]),
      hr(),
      row(navigation(view, { page, pages: pages.length })),
    ],
  });
}

/** Ten items a page, fewer when their choices would not fit a card. */
function pagesOf(items: readonly CorrectItem[]): CorrectItem[][] {
  const pages: CorrectItem[][] = [[]];
  let used = { elements: 0, bytes: 0 };
  for (const item of items) {
    const { elements, bytes } = measureCard(present(itemFields(item)));
    const full =
      (pages.at(-1)?.length ?? 0) >= mostItems ||
      used.elements + elements > room.elements ||
      used.bytes + bytes > room.bytes;
    if (full && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      used = { elements: 0, bytes: 0 };
    }
    used = { elements: used.elements + elements, bytes: used.bytes + bytes };
    pages.at(-1)?.push(item);
  }
  return pages;
}

const keepOptions: readonly Option[] = [
  { value: 'keep', text: '保留这一条' },
  { value: 'drop', text: '删去这一条' },
];

function itemFields(item: CorrectItem): Maybe<Element>[] {
  const names = correctionFields(item.index);
  const unit = item.measure === undefined ? '' : `（${item.measure}）`;
  return [
    markdown(md`${item.index + 1}、${bold(cut(item.name, 40))}`),
    choice(names.indicator, '哪一个指标', { options: item.indicators, chosen: item.indicator }),
    choice(names.unit, '哪个单位', { options: item.units, chosen: item.unit }),
    choice(names.period, '哪一期', { options: item.periods, chosen: item.period }),
    input({
      name: names.value,
      label: `完成值${unit}`,
      placeholder: '例如 12.35',
      value: item.value,
      max: 40,
    }),
    input({ name: names.note, label: '说明', placeholder: '可不填', value: item.note, max: 200 }),
    choice(names.keep, '保留还是删去', { options: keepOptions, chosen: 'keep' }),
  ];
}

function choice(
  name: string,
  placeholder: string,
  { options, chosen }: { options: readonly Option[] | undefined; chosen: string | undefined },
): Maybe<Element> {
  if (options === undefined || options.length === 0) return undefined;
  return selectStatic({ name, placeholder, options: options.slice(0, 60), chosen, textLength: 40 });
}

function navigation({ draft }: ReportCorrectView, at: { page: number; pages: number }): Maybe<Element>[] {
  return [
    ...pager({ ...at, total: 0 }, (page, text) =>
      reportCorrect.button({ text, size: 'small', payload: { draft, page } }),
    ),
    reportBack.button({ text: '返回', payload: { draft } }),
  ];
}
