import { parkedTwiceCard } from '#cards/system/parked-ask.ts';
import { parkedRetry as button } from '#cards/system/parked-buttons.ts';
import { retryParked } from '../../operations/parked/decide-parked.ts';
import { defineAction } from '../define-action.ts';
import { alreadyDecided, findParked } from './find-parked.ts';
import { showList } from './show-list.ts';

/** 重试: a parked message is queued again; one that may have arrived only after a second question. */
export const parkedRetry = defineAction({
  button,
  permission: 'parked',
  // Not `once`: it may be parked again and come back in the same card.
  once: false,
  async run(context, { id, page, sure }) {
    const { tx, actor, now, frame } = context;
    const message = await findParked(context, id);
    if (!message) return showList(context, { page, toast: alreadyDecided });
    if (message.mayDouble && !sure) {
      return { replace: { card: parkedTwiceCard({ demo: frame.demo, message, page }) } };
    }
    const why = message.mayDouble ? '重试，已确认可能重复' : '重试';
    await retryParked(tx, { id, by: actor, now, why });
    return showList(context, { page, toast: '已重新发送，稍后可刷新看结果' });
  },
});
