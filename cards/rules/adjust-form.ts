import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { datePicker, form, input, labelled, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md } from '../kit/markup.ts';
import type { Option } from '../kit/option.ts';
import { bold } from '../kit/phrasing.ts';
import { adjustPropose } from './adjust-buttons.ts';

/** The names of the fields. */
export const adjustFields = {
  unit: 'unit',
  item: 'item',
  points: 'points',
  date: 'date',
  reason: 'reason',
  document: 'document',
} as const;

/** What the form to propose a bonus, deduction or veto offers. */
export interface AdjustFormView extends Pick<Frame, 'demo'> {
  readonly units: readonly Option[];
  readonly items: readonly Option[];
  readonly unit?: string | undefined;
  readonly today: string;
  /** The evidence it brings along. */
  readonly file?: KeptName | undefined;
}

interface KeptName {
  readonly hash: string;
  readonly name: string;
}

// Every option is an element with a text of its own, and a card holds 180.
const most = { units: 55, items: 20 };

/** Proposes a bonus, deduction or veto; a second person decides. */
export function adjustFormCard(view: AdjustFormView): Card {
  const isEmpty = view.items.length === 0;
  return card({
    frame: plainFrame(view),
    title: '提出加减分',
    elements: [
      isEmpty
        ? markdown(md`还没有加减分事项。请先在事项目录里新增。`)
        : markdown(md`提出后由考核办另一位同志审核。审核通过才生效，之前只有考核办看得到。`),
      !isEmpty && markdown(fileWords(view)),
      !isEmpty && formOf(view),
      view.units.length > most.units && caption('单位较多，这里没有列出的请发送：/加减分 单位简称'),
      row([sayButton({ text: '返回', say: '/adjust', size: 'small' })]),
    ],
  });
}

function fileWords({ file }: AdjustFormView): Markup {
  return file
    ? md`佐证：${bold(cut(file.name, 80))}（随这项一起提交）`
    : md`有佐证文件的，可以先把文件发到这里，再点“以此提出加减分”；也可以提交后再附。`;
}

function formOf({ units, items, unit, today, file }: AdjustFormView) {
  const names = adjustFields;
  const known = units.filter(({ value }) => value === unit);
  const choice = (name: string, placeholder: string, options: readonly Option[]) =>
    selectStatic({ name, placeholder, required: true, options, chosen: unit, textLength: 50 });
  return form('adjust_form', [
    ...labelled('单位', choice(names.unit, '哪个单位', [...known, ...units].slice(0, most.units))),
    ...labelled('事项（括号里是每次的分值范围）', choice(names.item, '什么事项', items.slice(0, most.items))),
    input({ name: names.points, label: '分值（一票否决不用填）', placeholder: '例如 0.5', max: 20 }),
    ...labelled(
      '认定日期',
      datePicker({ name: names.date, placeholder: '认定日期', required: true, day: today }),
    ),
    input({ name: names.reason, label: '事由', required: true, multiline: true, max: 200 }),
    input({ name: names.document, label: '依据（文号或材料名称）', required: true, max: 200 }),
    adjustPropose.submit({ name: 'submit', text: '提交审核', payload: file ? { file } : {} }),
  ]);
}
