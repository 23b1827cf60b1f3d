import { itemsShow as button } from '#cards/rules/adjust-buttons.ts';
import { itemFormCard, itemsCard } from '#cards/rules/items.ts';
import { seenMark } from '../../operations/seen-mark.ts';
import { defineAction } from '../define-action.ts';

/** The catalogue of items, or the form of the chosen or a new one. */
export const itemsShow = defineAction({
  button,
  permission: 'adjust',
  once: false,
  async run({ tx, frame }, { page = 1, add }, { option }) {
    const { demo } = frame;
    const item = option === undefined ? undefined : await tx.get('adjustment_items', option);
    if (item || add) return { replace: { card: itemFormCard({ demo, item, seen: seenMark(item) }) } };
    return { replace: { card: itemsCard({ demo, page, items: await tx.all('adjustment_items') }) } };
  },
});
