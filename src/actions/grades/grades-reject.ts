import { gradesRejectField } from '#cards/grades/grade-proposal.ts';
import { gradesReject as button } from '#cards/grades/grades-buttons.ts';
import { rejectGrades } from '../../operations/grades/decide-grades.ts';
import { defineAction } from '../define-action.ts';
import { given } from '../rules/given.ts';
import { gradesReply } from './grades-reply.ts';

/** 驳回: with a reason, which the proposer is told. */
export const gradesReject = defineAction({
  button,
  permission: 'grades.decide',
  once: false,
  async run(context, { id }, { form }) {
    const { tx, actor, now } = context;
    const why = given(form[gradesRejectField]);
    return gradesReply(context, await rejectGrades(tx, { id, why, by: actor, now }), '已驳回');
  },
});
