import { adjustForm as button } from '#cards/rules/adjust-buttons.ts';
import { adjustFormCard } from '#cards/rules/adjust-form.ts';
import { seeAdjustmentForm } from '../../operations/adjustments/see-adjustments.ts';
import { defineAction } from '../define-action.ts';

/** The form to propose a bonus, deduction or veto. */
export const adjustForm = defineAction({
  button,
  permission: 'adjust',
  once: false,
  async run({ tx, now, frame }, { unit, file }) {
    const seen = await seeAdjustmentForm(tx, now);
    return { replace: { card: adjustFormCard({ demo: frame.demo, unit, file, ...seen }) } };
  },
});
