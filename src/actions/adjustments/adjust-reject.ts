import { adjustReject as button } from '#cards/rules/adjust-buttons.ts';
import { rejectField } from '#cards/rules/adjust-proposal.ts';
import { rejectAdjustment } from '../../operations/adjustments/decide-adjustment.ts';
import { defineAction } from '../define-action.ts';
import { given } from '../rules/given.ts';
import { adjustReply } from './adjust-reply.ts';

/** 驳回: with a reason, which its proposer is told. */
export const adjustReject = defineAction({
  button,
  permission: 'adjust',
  once: false,
  async run(context, { id }, { form }) {
    const { tx, actor, now } = context;
    const why = given(form[rejectField]);
    return adjustReply(context, await rejectAdjustment(tx, { id, why, by: actor, now }), '已驳回');
  },
});
