import { gradesApprove as button } from '#cards/grades/grades-buttons.ts';
import { approveGrades } from '../../operations/grades/decide-grades.ts';
import { defineAction } from '../define-action.ts';
import { gradesReply } from './grades-reply.ts';

/** 审核通过: the grades are kept with the units, and each head is told the own result. */
export const gradesApprove = defineAction({
  button,
  permission: 'grades.decide',
  once: false,
  async run(context, { id }) {
    const { tx, actor, now } = context;
    return gradesReply(context, await approveGrades(tx, { id, by: actor, now }), '等次已生效');
  },
});
