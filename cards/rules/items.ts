import { adjustmentNames } from '#src/domain/assessment/rules/rule-change-words.ts';
import { sayButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import { form, input, labelled, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { pageOf } from '../kit/paging.ts';
import { table } from '../kit/table.ts';
import { itemSave, itemsShow } from './adjust-buttons.ts';
import { reasonFields } from './targets.ts';

/** The names of the fields beside the reason. */
export const itemFields = {
  type: 'type',
  name: 'name',
  min: 'min',
  max: 'max',
  evidence: 'evidence',
  keep: 'keep',
} as const;

/** One item of the catalogue. */
export interface ItemRow {
  readonly id: string;
  readonly type: 'bonus' | 'deduction' | 'veto';
  readonly name: string;
  readonly min: string;
  readonly max: string;
  readonly evidence: string;
}

const pageSize = 20;

/** What points may be given, taken or a veto be decided for. */
export function itemsCard(view: Pick<Frame, 'demo'> & { items: readonly ItemRow[]; page: number }): Card {
  const page = pageOf(view.items, view.page, pageSize);
  return card({
    frame: plainFrame(view),
    title: '加减分事项目录',
    subtitle: `${page.total} 项`,
    elements: [
      page.total === 0
        ? markdown(md`目录还是空的。先新增事项，才能提出加减分。`)
        : table<ItemRow>({
            rows: page.rows,
            columns: [
              { title: '事项', width: '210px', text: ({ name }) => name },
              { title: '每次分值', width: '120px', text: boundsOf },
              { title: '依据', width: '200px', text: ({ evidence }) => cut(evidence, 40) || '不限' },
            ],
          }),
      page.total > 0 &&
        itemsShow.select({
          placeholder: '改哪一项',
          options: page.rows.map(({ id, name }) => ({ value: id, text: name })),
          payload: {},
        }),
      row([
        itemsShow.button({ text: '新增事项', size: 'small', payload: { add: true } }),
        ...pager(page, (to, text) => itemsShow.button({ text, size: 'small', payload: { page: to } })),
        sayButton({ text: '返回', say: '/adjust', size: 'small' }),
      ]),
      caption('目录的每次调整都会形成新的规则版本。已经生效的加减分不变。'),
    ],
  });
}

function boundsOf({ type, min, max }: ItemRow): string {
  return type === 'veto' ? adjustmentNames[type] : `${adjustmentNames[type]} ${min}～${max}`;
}

const types = Object.entries(adjustmentNames).map(([value, text]) => ({ value, text }));

/** Edits one item, or a new one. */
export function itemFormCard(
  view: Pick<Frame, 'demo'> & {
    item?: ItemRow | undefined;
    /** Mark of the item as it is shown; empty for a new one. */
    seen: string;
  },
): Card {
  const { item, seen } = view;
  const names = itemFields;
  return card({
    frame: plainFrame(view),
    title: item ? '修改加减分事项' : '新增加减分事项',
    elements: [
      form('item', [
        ...labelled(
          '类型',
          selectStatic({
            name: names.type,
            placeholder: '加分、扣分还是一票否决',
            required: true,
            options: types,
            chosen: item?.type,
          }),
        ),
        input({ name: names.name, label: '事项', required: true, value: item?.name, max: 60 }),
        input({ name: names.min, label: '每次至少几分（一票否决不用填）', value: item?.min, max: 20 }),
        input({ name: names.max, label: '每次最多几分（一票否决不用填）', value: item?.max, max: 20 }),
        input({ name: names.evidence, label: '要有什么依据', value: item?.evidence, max: 200 }),
        ...(item ? keepField() : []),
        input({ name: reasonFields.why, label: '调整的理由和依据', required: true, max: 200 }),
        itemSave.submit({ name: 'submit', text: '提交生效', payload: { id: item?.id ?? null, seen } }),
      ]),
      row([itemsShow.button({ text: '返回目录', size: 'small', payload: {} })]),
    ],
  });
}

function keepField() {
  const options = [
    { value: 'keep', text: '保留这个事项' },
    { value: 'remove', text: '从目录里删去' },
  ];
  return labelled('保留还是删去', selectStatic({ name: itemFields.keep, options, chosen: 'keep' }));
}
