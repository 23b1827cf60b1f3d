import { adjustPropose as button } from '#cards/rules/adjust-buttons.ts';
import { adjustFields } from '#cards/rules/adjust-form.ts';
import { proposeAdjustment } from '../../operations/adjustments/propose-adjustment.ts';
import { defineAction } from '../define-action.ts';
import { given } from '../rules/given.ts';
import { adjustReply } from './adjust-reply.ts';

/** 提交审核: the others of the office are told; nothing counts yet. */
export const adjustPropose = defineAction({
  button,
  permission: 'adjust',
  once: true,
  async run(context, { file }, { form }) {
    const { tx, actor, now } = context;
    const names = adjustFields;
    const typed = {
      unit: given(form[names.unit]),
      item: given(form[names.item]),
      points: given(form[names.points], 40),
      // A picked day comes with its offset (fact sheet §2.2): `2026-10-01 +0800`.
      date: given(form[names.date]).slice(0, 10),
      reason: given(form[names.reason]),
      document: given(form[names.document]),
    };
    const proposal = await proposeAdjustment(tx, { typed, file, by: actor, now });
    return adjustReply(context, proposal, '已提交，等另一位同志审核');
  },
});
