import { z } from 'zod';
import { adjustCard } from '#cards/rules/adjust.ts';
import { yearOf } from '../domain/calendar/period.ts';
import { findUnit } from '../domain/language/finding/find-unit.ts';
import { seeAdjustments } from '../operations/adjustments/see-adjustments.ts';
import { sayKnownPeriod } from '../operations/periods/say-known-period.ts';
import { errors } from '../shared/errors.ts';
import { defineCommand } from './define-command.ts';

/** `/adjust 加减分`: bonuses, deductions and vetoes: to propose, to decide as a second person, and what is in force. */
export const adjust = defineCommand({
  name: 'adjust',
  aliases: ['加减分', '加分', '扣分', '一票否决'],
  summary: '提出和审核加分、扣分、一票否决',
  example: '/加减分 区财政局',
  section: '考核管理',
  permission: 'adjust',
  args: z.object({ rest: z.string().max(60, '请说得短一些，如：/加减分 区财政局') }),
  async run({ tx, actor, now, frame, knowledge }, { rest }) {
    const said = sayKnownPeriod(rest, now);
    const name = (said?.rest ?? rest).replace(/\s/g, '');
    const units = name === '' ? [] : findUnit(name, await knowledge.vocabulary());
    const [unit, ...others] = units;
    if (name !== '' && (unit === undefined || others.length > 0))
      throw errors.badInput('请说清是哪个单位，如：/加减分 区财政局');
    const seen = await seeAdjustments(tx, { unit, year: said && yearOf(said.period), actor, now });
    return { here: [{ card: adjustCard({ demo: frame.demo, ...seen }) }] };
  },
});
