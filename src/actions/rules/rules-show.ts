import { ruleChangesCard, rulesCard } from '#cards/rules/rules.ts';
import { rulesShow as button } from '#cards/rules/rules-buttons.ts';
import { privateSight } from '../../authorize/ranking-sight.ts';
import { seeRuleChanges, seeRuleVersions } from '../../operations/rules/see-rules.ts';
import { defineAction } from '../define-action.ts';

/** The list of rule versions, or what one changed against the one before or the chosen one. */
export const rulesShow = defineAction({
  button,
  permission: 'rules',
  once: false,
  async run({ tx, actor, frame }, { id, page = 1, against }, { option }) {
    const { demo } = frame;
    if (id === undefined)
      return { replace: { card: rulesCard({ demo, page, versions: await seeRuleVersions(tx) }) } };
    const sight = privateSight(actor);
    const seen = await seeRuleChanges(tx, { id, against: option ?? against, sight });
    return { replace: { card: ruleChangesCard({ demo, page, ...seen }) } };
  },
});
