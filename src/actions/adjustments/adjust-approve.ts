import { adjustApprove as button } from '#cards/rules/adjust-buttons.ts';
import { approveAdjustment } from '../../operations/adjustments/decide-adjustment.ts';
import { defineAction } from '../define-action.ts';
import { adjustReply } from './adjust-reply.ts';

/** 审核通过: it counts from now on, and the head of the unit is told. */
export const adjustApprove = defineAction({
  button,
  permission: 'adjust',
  once: false,
  async run(context, { id, files }) {
    const { tx, actor, now } = context;
    const approved = await approveAdjustment(tx, { id, seenFiles: files, by: actor, now });
    return adjustReply(context, approved, '已生效');
  },
});
