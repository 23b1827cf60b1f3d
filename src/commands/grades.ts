import { z } from 'zod';
import { gradesCard } from '#cards/grades/grades.ts';
import { holds } from '../authorize/authorize.ts';
import { gradesYear, seeGrades } from '../operations/grades/see-grades.ts';
import { defineCommand } from './define-command.ts';

/** `/grades 等次`: the year-end grades by track: proposed from the published results, decided by a second person. */
export const grades = defineCommand({
  name: 'grades',
  aliases: ['等次', '年度等次', '评定等次'],
  summary: '看和评定年度等次',
  example: '/等次 2026',
  section: '考核管理',
  permission: 'grades',
  args: z.object({ rest: z.string().max(20, '请只写年份，如：/等次 2026') }),
  async run({ tx, actor, now, frame }, { rest }) {
    const said = /20\d{2}/.exec(rest.normalize('NFKC'))?.[0];
    const { year } = await gradesYear(tx, said === undefined ? undefined : Number(said), now);
    const mayPropose = holds(actor, 'grades.decide');
    return {
      here: [{ card: gradesCard({ demo: frame.demo, mayPropose, ...(await seeGrades(tx, year, actor)) }) }],
    };
  },
});
