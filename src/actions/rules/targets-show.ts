import { targetsShow as button } from '#cards/rules/rules-buttons.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';
import { showTargets } from './show-targets.ts';

/** A unit's targets: the chosen unit, or another page. */
export const targetsShow = defineAction({
  button,
  permission: 'targets',
  once: false,
  async run(context, { unit, year, page }, { option }) {
    const of = unit ?? option;
    if (of === undefined) throw errors.badInput('请选择一个单位。');
    return showTargets(context, { unit: of, year, page });
  },
});
