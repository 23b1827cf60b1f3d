import { adjustApprove as button } from '#cards/rules/adjust-buttons.ts';
import { approveAdjustment } from '../operations/decide-adjustment.ts';
import { defineAction } from './define-action.ts';
import { adjustReply } from './rules/adjust-reply.ts';

/** 审核通过: it counts from now on, and the head of the unit is told. */
export const adjustApprove = defineAction({
  button,
  permission: 'adjust',
  once: false,
  async run(context, { id }) {
    const { tx, actor, now } = context;
    return adjustReply(context, await approveAdjustment(tx, { id, by: actor, now }), '已生效');
  },
});
