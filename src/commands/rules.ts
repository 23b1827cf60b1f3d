import { z } from 'zod';
import { ruleChangesCard, rulesCard } from '#cards/rules/rules.ts';
import { privateSight } from '../authorize/ranking-sight.ts';
import { seeRuleChanges, seeRuleVersions } from '../operations/rules/see-rules.ts';
import { defineCommand } from './define-command.ts';

/** `/rules 规则`: the rule versions with who and why, what each changed, and what lies between two. */
export const rules = defineCommand({
  name: 'rules',
  aliases: ['规则', '规则版本'],
  summary: '看规则版本：谁在何时为何调整了什么',
  example: '/规则 2026-1',
  section: '排名与得分',
  permission: 'rules',
  args: z.object({ rest: z.string().max(60, '请只写版本号，如：/规则 2026-1') }),
  async run({ tx, actor, frame }, { rest }) {
    const { demo } = frame;
    const [id, against] = rest.normalize('NFKC').match(/\d{4}-\d{1,4}/g) ?? [];
    if (id === undefined) {
      return { here: [{ card: rulesCard({ demo, page: 1, versions: await seeRuleVersions(tx) }) }] };
    }
    const seen = await seeRuleChanges(tx, { id, against, sight: privateSight(actor) });
    return { here: [{ card: ruleChangesCard({ demo, page: 1, ...seen }) }] };
  },
});
