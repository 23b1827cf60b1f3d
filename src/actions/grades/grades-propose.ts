import { gradesPropose as button } from '#cards/grades/grades-buttons.ts';
import { proposeGrades } from '../../operations/grades/propose-grades.ts';
import { defineAction } from '../define-action.ts';
import { gradesReply } from './grades-reply.ts';

/** 提出等次: as the published results of the year yield them; the others of the office are told. */
export const gradesPropose = defineAction({
  button,
  permission: 'grades.decide',
  once: false,
  async run(context, of) {
    const { tx, actor, now } = context;
    return gradesReply(
      context,
      await proposeGrades(tx, { ...of, by: actor, now }),
      '已提出，等另一位同志审核',
    );
  },
});
