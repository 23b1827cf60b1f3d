import { lockEnd as button } from '#cards/values/lock-buttons.ts';
import { endReopening } from '../../operations/values/lock-period.ts';
import { defineAction } from '../define-action.ts';
import { lockList } from './lock-list.ts';

/** 收回: a reopening ends before its last day. */
export const lockEnd = defineAction({
  button,
  permission: 'lock',
  once: false,
  async run(context, { month, at }) {
    const { tx, actor, now } = context;
    await endReopening(tx, { month, actor, now, at });
    return lockList(context, '已收回，恢复锁定');
  },
});
