import { confirmCard } from '#cards/values/confirm.ts';
import { confirmShow as button } from '#cards/values/confirm-buttons.ts';
import { knownFilter, narrowed } from '../../operations/values/read-confirm-words.ts';
import { seeAwaiting } from '../../operations/values/see-awaiting.ts';
import { defineAction } from '../define-action.ts';

/** 筛选, 刷新 or another page of what waits to be confirmed. */
export const confirmShow = defineAction({
  button,
  permission: 'awaiting',
  once: false,
  async run({ tx, actor, now, frame, knowledge }, { page, ...shown }, { option }) {
    const book = await knowledge.book();
    const filter = knownFilter(book, option === undefined ? shown : narrowed(shown, option));
    const seen = await seeAwaiting(tx, { book, actor, filter, now });
    return { replace: { card: confirmCard({ demo: frame.demo, ...seen, page }) } };
  },
});
