import { problemAssign as button } from '#cards/enterprise/problem-buttons.ts';
import { problemDeskFields } from '#cards/enterprise/problem-desk-form.ts';
import { assignProblem } from '../../operations/problems/assign-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 交办: the handler and the unit's head get their cards; a unit that had it before keeps one without buttons. */
export const problemAssign = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run(context, { problem: id, unit }, { form }) {
    const { tx, actor, now } = context;
    const named = form[problemDeskFields.handler];
    // What an empty select says on the platform is not documented (fact sheet §2.2): '' means the unit's head too.
    const handler = typeof named === 'string' && named !== '' ? named : undefined;
    const { problem, from } = await assignProblem(tx, { problem: id, unit, handler, actor, now });
    return tellStep(context, problem, {
      by: 'desk',
      told: ['entrepreneur', 'handler'],
      from,
      toast: '已交办，承办单位会收到卡片',
    });
  },
});
