import { lockSet as button } from '#cards/values/lock-buttons.ts';
import { periodName } from '../../domain/calendar/period.ts';
import { lockPeriod } from '../../operations/values/lock-period.ts';
import { defineAction } from '../define-action.ts';
import { lockList } from './lock-list.ts';

/** Locks the month after the question. */
export const lockSet = defineAction({
  button,
  permission: 'lock',
  once: false,
  async run(context, { month }) {
    const { tx, actor, now } = context;
    await lockPeriod(tx, { month, actor, now });
    return lockList(context, `已锁定${periodName(month)}`);
  },
});
