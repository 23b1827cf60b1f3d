import { z } from 'zod';
import { auditCard } from '#cards/system/audit.ts';
import { lookIntoTrail, type TrailLook } from '../operations/trail/look-into-trail.ts';
import { lookMark, topicWords } from '../operations/trail/trail-filter.ts';
import { defineCommand } from './define-command.ts';

/** `/audit 审计`: who did what, when and why, by person, unit, indicator, number, topic or day; every look is in the trail itself. */
export const audit = defineCommand({
  name: 'audit',
  aliases: ['审计', '审计记录'],
  summary: '查谁在什么时候做了什么（管理员）',
  example: '/审计 系统 11月',
  section: '管理',
  permission: 'audit',
  args: z.object({ rest: z.string() }),
  lookUp: (sources, rest) => lookIntoTrail(sources, { q: rest.trim() }),
  async run({ tx, frame }, _said, found) {
    const look = found as TrailLook;
    tx.because(`${lookMark}：${look.q === '' ? '最近的记录' : look.q}`);
    return { here: [{ card: auditCard({ demo: frame.demo, topics: topicWords, ...look }) }] };
  },
});
