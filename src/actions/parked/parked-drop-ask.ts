import { parkedDropCard } from '#cards/system/parked-ask.ts';
import { parkedDropAsk as button } from '#cards/system/parked-buttons.ts';
import { defineAction } from '../define-action.ts';
import { alreadyDecided, findParked } from './find-parked.ts';
import { showList } from './show-list.ts';

/** 放弃: asks for the reason first. */
export const parkedDropAsk = defineAction({
  button,
  permission: 'parked',
  once: false,
  async run(context, { id, page }) {
    const message = await findParked(context, id);
    if (!message) return showList(context, { page, toast: alreadyDecided });
    return { replace: { card: parkedDropCard({ demo: context.frame.demo, message, page }) } };
  },
});
