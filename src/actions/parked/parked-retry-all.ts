import { parkedRetryAll as button } from '#cards/system/parked-buttons.ts';
import { retryParked } from '../../operations/parked/decide-parked.ts';
import { seeParked } from '../../operations/parked/see-parked.ts';
import { defineAction } from '../define-action.ts';
import { showList } from './show-list.ts';

/** 重试全部: every parked message that cannot arrive twice is queued again, as after a long outage. */
export const parkedRetryAll = defineAction({
  button,
  permission: 'parked',
  once: false,
  async run(context) {
    const { tx, actor, now } = context;
    const safe = (await seeParked(tx)).filter(({ mayRetry, mayDouble }) => mayRetry && !mayDouble);
    for (const { id } of safe) await retryParked(tx, { id, by: actor, now, why: '重试全部不会重复的' });
    return showList(context, { page: 1, toast: `已重新发送 ${safe.length} 条，稍后可刷新看结果` });
  },
});
