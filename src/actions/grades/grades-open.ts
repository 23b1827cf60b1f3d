import { gradesOpen as button } from '#cards/grades/grades-buttons.ts';
import { gradeProposal } from '../../operations/grades/decide-grades.ts';
import { defineAction } from '../define-action.ts';
import { showGrades } from './grades-reply.ts';

/** One proposal of grades. */
export const gradesOpen = defineAction({
  button,
  permission: 'grades',
  once: false,
  run: async (context, { id }) => showGrades(context, await gradeProposal(context.tx, id)),
});
