import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row } from '../kit/content.ts';
import type { BodyElement, Element, Maybe } from '../kit/elements.ts';
import { form, input } from '../kit/form.ts';
import { plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import { rowWords } from './confirm.ts';
import { confirmDecide, confirmShow } from './confirm-buttons.ts';
import type { ConfirmAskView } from './confirm-view.ts';

/** The name of the field that takes the reason of a return. */
export const returnReasonField = 'reason';

const mostShown = 10;

/** The question before values are confirmed or returned: it states how many, and names those that should be looked at twice. */
export function confirmAskCard(view: ConfirmAskView): Card {
  return view.verdict === 'confirm' ? confirmQuestion(view) : returnQuestion(view);
}

function payloadOf({ filter, page, verdict, chosen: { ids, shown } }: ConfirmAskView) {
  return { ...filter, page, verdict, ids: ids === undefined ? undefined : [...ids], shown };
}

function back({ filter, page }: ConfirmAskView): Element {
  return confirmShow.button({ text: '返回', payload: { ...filter, page } });
}

function listOf(rows: ConfirmAskView['rows']): Maybe<BodyElement>[] {
  const rest = rows.length - mostShown;
  return [
    ...rows.slice(0, mostShown).map((each) => markdown(rowWords(each))),
    rest > 0 && caption(`另有 ${rest} 项没有列出。`),
  ];
}

function confirmQuestion(view: ConfirmAskView): Card {
  const jumps = view.rows.filter(({ jump }) => jump !== undefined);
  const plain = view.rows.length - jumps.length;
  const allSeen = jumps.length <= mostShown;
  const payload = payloadOf(view);
  return card({
    frame: plainFrame(view),
    title: `审核通过 ${view.rows.length} 项？`,
    template: jumps.length > 0 ? 'orange' : 'blue',
    elements: [
      jumps.length > 0
        ? markdown(md`其中 ${jumps.length} 项与上期差别较大，请逐项核对：`)
        : markdown(md`通过后即为确认数；以后更正会保留原数。`),
      ...listOf(jumps.length > 0 ? jumps : view.rows),
      !allSeen && caption('没有列出的不能一起通过：请返回，筛选或勾选后分批核对。'),
      row([
        plain > 0 &&
          confirmDecide.button({
            text: jumps.length > 0 ? `只通过没有异常的 ${plain} 项` : `审核通过 ${plain} 项`,
            type: 'primary_filled',
            payload: { ...payload, leave: true },
          }),
        jumps.length > 0 &&
          allSeen &&
          confirmDecide.button({
            text: plain > 0 ? `核对无误，${view.rows.length} 项都通过` : `核对无误，通过 ${jumps.length} 项`,
            type: 'danger',
            payload: { ...payload, leave: false },
          }),
        back(view),
      ]),
    ],
  });
}

function returnQuestion(view: ConfirmAskView): Card {
  return card({
    frame: plainFrame(view),
    title: `退回 ${view.rows.length} 项？`,
    template: 'orange',
    elements: [
      markdown(md`退回后这些数不再计入，有旧数的恢复旧数，没有的为未报。上报人会收到原因。`),
      ...listOf(view.rows),
      form('return', [
        input({
          name: returnReasonField,
          label: '退回原因',
          placeholder: '写明哪里不对、应当怎样改',
          required: true,
          multiline: true,
          max: 100,
        }),
        confirmDecide.submit({
          name: 'submit',
          text: `退回 ${view.rows.length} 项`,
          type: 'danger_filled',
          payload: payloadOf(view),
        }),
      ]),
      row([back(view)]),
    ],
  });
}
