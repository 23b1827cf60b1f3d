import { gradesOpen as button } from '#cards/grades/grades-buttons.ts';
import { readableGrades } from '../../operations/grades/see-grades.ts';
import { defineAction } from '../define-action.ts';
import { showGrades } from './grades-reply.ts';

/** One list of grades; what is not in force yet, for the assessment office alone. */
export const gradesOpen = defineAction({
  button,
  permission: 'grades',
  once: false,
  run: async (context, { id }) => showGrades(context, await readableGrades(context.tx, id, context.actor)),
});
