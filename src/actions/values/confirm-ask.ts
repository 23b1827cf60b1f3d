import { confirmAskCard } from '#cards/values/confirm-ask.ts';
import { confirmAsk as button } from '#cards/values/confirm-buttons.ts';
import { checkReturnable } from '../../operations/values/decide-values.ts';
import { type Chosen, chosenAwaiting } from '../../operations/values/list-awaiting.ts';
import { knownFilter } from '../../operations/values/read-confirm-words.ts';
import { awaitingRow, rowTelling } from '../../operations/values/see-awaiting.ts';
import { defineAction, type Press } from '../define-action.ts';

const tick = /^tick_(.{1,50})$/;

/** The reports ticked in the form. */
function ticked(form: Press['form']): string[] {
  return Object.entries(form).flatMap(([name, value]) =>
    value === true ? (tick.exec(name)?.[1] ?? []) : [],
  );
}

/** 审核通过 or 退回: asks first, and says how many. */
export const confirmAsk = defineAction({
  button,
  permission: 'confirm',
  once: false,
  async run({ tx, actor, now, frame, knowledge }, { page, verdict, ids, shown, ...given }, { form }) {
    const book = await knowledge.book();
    const filter = knownFilter(book, given);
    const chosen: Chosen = shown === undefined ? { ids: ids ?? ticked(form) } : { shown };
    // A value's own card, which names its id, has no button that leads to the list.
    const again = ids === undefined ? '点“刷新”' : '发送 /审核 ';
    const values = await chosenAwaiting(tx, book, { actor, filter, chosen, again });
    if (verdict === 'return') await checkReturnable(tx, { values, now });
    const telling = await rowTelling(tx, values, now);
    const rows = values.map((each) => awaitingRow(book, each, telling));
    return { replace: { card: confirmAskCard({ demo: frame.demo, verdict, rows, chosen, filter, page }) } };
  },
});
