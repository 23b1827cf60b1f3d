import { gradesCard } from '#cards/grades/grades.ts';
import { gradesShow as button } from '#cards/grades/grades-buttons.ts';
import { holds } from '../../authorize/authorize.ts';
import { seeGrades } from '../../operations/grades/see-grades.ts';
import { defineAction } from '../define-action.ts';

/** The grades of another year. */
export const gradesShow = defineAction({
  button,
  permission: 'grades',
  once: false,
  async run({ tx, actor, frame }, { year }) {
    const mayPropose = holds(actor, 'grades.decide');
    return {
      replace: { card: gradesCard({ demo: frame.demo, mayPropose, ...(await seeGrades(tx, year, actor)) }) },
    };
  },
});
