import { z } from 'zod';
import { targetsCard } from '#cards/rules/targets.ts';
import { targetsStartCard } from '#cards/rules/targets-start.ts';
import { yearOf } from '../domain/calendar/period.ts';
import { findUnit } from '../domain/language/finding/find-unit.ts';
import { sayKnownPeriod } from '../operations/periods/say-known-period.ts';
import { seeTargets, seeTargetUnits, targetsYear } from '../operations/rules/see-targets.ts';
import { errors } from '../shared/errors.ts';
import { defineCommand } from './define-command.ts';

/** `/targets 目标`: a unit's weights, targets, road maps and rules, to edit them; without a unit the choice of one. */
export const targets = defineCommand({
  name: 'targets',
  aliases: ['目标', '目标任务', '任务分解'],
  summary: '调整单位的权重、目标、赋分规则和赛道',
  example: '/目标 区财政局',
  section: '考核管理',
  permission: 'targets',
  args: z.object({ rest: z.string().max(60, '请说得短一些，如：/目标 区财政局') }),
  async run({ tx, now, frame, knowledge }, { rest }) {
    const { demo } = frame;
    const said = sayKnownPeriod(rest, now);
    const year = said && yearOf(said.period);
    const name = (said?.rest ?? rest).replace(/\s|的|赛道/g, '');
    if (name === '') {
      const shown = await targetsYear(tx, { year, now });
      const seen = await seeTargetUnits(tx, shown.year);
      return { here: [{ card: targetsStartCard({ demo, ...seen, ...shown }) }] };
    }
    const [unit, ...others] = findUnit(name, await knowledge.vocabulary());
    if (unit === undefined || others.length > 0)
      throw errors.badInput('请说清是哪个单位，如：/目标 区财政局；只发 /目标 可以选择单位');
    const shown = await targetsYear(tx, { unit, year, now });
    const seen = await seeTargets(tx, { unit, year: shown.year, now });
    return { here: [{ card: targetsCard({ demo, page: 1, ...seen, ...shown }) }] };
  },
});
