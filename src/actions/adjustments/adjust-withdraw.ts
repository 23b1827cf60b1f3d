import { adjustWithdraw as button } from '#cards/rules/adjust-buttons.ts';
import { withdrawAdjustment } from '../../operations/adjustments/decide-adjustment.ts';
import { defineAction } from '../define-action.ts';
import { adjustReply } from './adjust-reply.ts';

/** 撤回: its proposer takes it back. */
export const adjustWithdraw = defineAction({
  button,
  permission: 'adjust',
  once: false,
  async run(context, { id }) {
    const { tx, actor, now } = context;
    return adjustReply(context, await withdrawAdjustment(tx, { id, by: actor, now }), '已撤回');
  },
});
