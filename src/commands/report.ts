import { z } from 'zod';
import { reportFormCard } from '#cards/reporting/report-form.ts';
import { understand } from '../domain/language/understand.ts';
import { unitsOf } from '../domain/people/actor.ts';
import { seeReportForm } from '../operations/reporting/see-report-form.ts';
import { defineCommand } from './define-command.ts';
import { sayProgress } from './say-progress.ts';

/** `/report 上报`: the form; with a value behind it, the same as the sentence alone. */
export const report = defineCommand({
  name: 'report',
  aliases: ['上报', '填报', '报数'],
  summary: '上报进度；也可以直接发一句话',
  example: '/上报 固投10月累计12.35亿元',
  section: '上报',
  permission: 'report',
  askedAlone: ['上报', '填报', '报数'],
  args: z.object({ rest: z.string() }),
  async run(context, { rest }) {
    const { actor, now, frame, place, knowledge, calendar } = context;
    const vocabulary = await knowledge.vocabulary();
    const said = understand({ text: rest, now, units: unitsOf(actor), calendar, vocabulary });
    if (rest !== '' && said.kind !== 'not_progress') return sayProgress(context, rest);
    const form = seeReportForm(await knowledge.book(), { actor, now, said: rest, vocabulary });
    const card = reportFormCard({ demo: frame.demo, ...form });
    if (place.type === 'private') return { here: [{ card }] };
    return { privately: [{ card }], here: [{ text: '上报表已私聊发给您。' }] };
  },
});
