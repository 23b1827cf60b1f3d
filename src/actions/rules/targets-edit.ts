import { targetsEdit as button } from '#cards/rules/rules-buttons.ts';
import { targetFormCard } from '#cards/rules/target-form.ts';
import { seeTargetForm } from '../../operations/rules/see-target-form.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

/** The form of the chosen assignment, or of a new one. */
export const targetsEdit = defineAction({
  button,
  permission: 'targets',
  once: false,
  async run({ tx, frame }, { unit, year, add }, { option }) {
    if (!add && option === undefined) throw errors.badInput('请选择一项任务。');
    const id = add ? null : (option ?? null);
    const seen = await seeTargetForm(tx, { unit, year, id });
    return { replace: { card: targetFormCard({ demo: frame.demo, ...seen }) } };
  },
});
