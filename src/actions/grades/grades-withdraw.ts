import { gradesWithdraw as button } from '#cards/grades/grades-buttons.ts';
import { withdrawGrades } from '../../operations/grades/decide-grades.ts';
import { defineAction } from '../define-action.ts';
import { gradesReply } from './grades-reply.ts';

/** 撤回: the proposer takes the grades back. */
export const gradesWithdraw = defineAction({
  button,
  permission: 'grades.decide',
  once: false,
  async run(context, { id }) {
    const { tx, actor, now } = context;
    return gradesReply(context, await withdrawGrades(tx, { id, by: actor, now }), '已撤回');
  },
});
