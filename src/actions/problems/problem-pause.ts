import { problemPause as button } from '#cards/enterprise/problem-buttons.ts';
import { problemDeskFields } from '#cards/enterprise/problem-desk-form.ts';
import { sidesOf } from '../../domain/enterprise/problem-side.ts';
import { pauseProblem } from '../../operations/problems/pause-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 请企业补充: the entrepreneur reads what is needed and can answer; the clock stands still. */
export const problemPause = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run(context, { problem: id }, { form }) {
    const { tx, actor, now } = context;
    const reason = form[problemDeskFields.reason];
    const problem = await pauseProblem(tx, { problem: id, reason, actor, now });
    const by = sidesOf(actor, problem).includes('desk') ? 'desk' : 'handler';
    return tellStep(context, problem, { by, told: ['entrepreneur'], toast: '已请企业补充，时限暂停' });
  },
});
