import { targetsSubmit as button } from '#cards/rules/rules-buttons.ts';
import { reasonFields } from '#cards/rules/targets.ts';
import { isOtherDraft } from '../../operations/rules/draft-target.ts';
import { submitTargets } from '../../operations/rules/submit-targets.ts';
import { defineAction } from '../define-action.ts';
import { chosen, given } from './given.ts';
import { showOtherDraft, showTargets } from './show-targets.ts';

/** 提交生效: the unit's draft becomes a new rule version. */
export const targetsSubmit = defineAction({
  button,
  permission: 'targets',
  once: false,
  async run(context, { seen, ...of }, { form }) {
    const { tx, actor, now } = context;
    if (await isOtherDraft(tx, { ...of, seen })) return showOtherDraft(context, of);
    const [why, from] = [given(form[reasonFields.why], 200), chosen(form[reasonFields.from])];
    const version = await submitTargets(tx, { ...of, by: actor.id, why, from, now });
    return showTargets(context, {
      ...of,
      toast: { type: 'success', content: `已生效，规则版本 ${version.id}` },
    });
  },
});
