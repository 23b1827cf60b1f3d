import { lockAskCard, lockReopenCard } from '#cards/values/lock.ts';
import { lockAsk as button } from '#cards/values/lock-buttons.ts';
import { openInMonth } from '../../operations/values/see-locks.ts';
import { addDays, dayOf } from '../../shared/time.ts';
import { defineAction } from '../define-action.ts';

/** How long a reopening is proposed to last, in days. */
const proposed = 3;

/** 锁定 or 重新开放: asks first. */
export const lockAsk = defineAction({
  button,
  permission: 'lock',
  once: false,
  async run({ tx, now, frame, knowledge }, { month, what }) {
    const { demo } = frame;
    if (what === 'reopen') {
      const until = addDays(dayOf(now), proposed);
      return { replace: { card: lockReopenCard({ demo, month, until }) } };
    }
    const open = await openInMonth(tx, await knowledge.book(), month);
    return { replace: { card: lockAskCard({ demo, month, ...open }) } };
  },
});
