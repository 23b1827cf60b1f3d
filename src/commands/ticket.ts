import { z } from 'zod';
import { problemCardFor } from '#cards/enterprise/problem-shown.ts';
import { ticketListCard } from '#cards/enterprise/ticket-list.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import type { Context } from '../context.ts';
import { listProblems } from '../operations/problems/list-problems.ts';
import { noSuchProblem } from '../operations/problems/problem-for-step.ts';
import { findProblemByCode, sightOfProblem } from '../operations/problems/see-problem.ts';
import type { Outgoing } from '../reply/reply.ts';
import { dayOf } from '../shared/time.ts';
import { defineCommand } from './define-command.ts';
import { isReport } from './is-report.ts';

async function list({ tx, actor, now, calendar, frame }: Context): Promise<Outgoing> {
  const today = dayOf(now);
  const listed = await listProblems(tx, { actor, calendar, today });
  return { card: ticketListCard({ demo: frame.demo, today, ...listed }) };
}

async function one({ tx, actor, now, calendar, frame }: Context, code: string): Promise<Outgoing> {
  const { demo } = frame;
  const found = await findProblemByCode(tx, { code, actor });
  // Answered like a success, not thrown: the line in a group is then the same whether or not the code exists.
  if (!found) return { card: sentenceCard({ demo, kind: 'error', text: noSuchProblem().say }) };
  const problem = await sightOfProblem(tx, found.problem, calendar);
  return problemCardFor({ demo, problem, today: dayOf(now) }, found.sides);
}

/** `/ticket 工单 CODE`: a problem as its asker may see it; without a code those that concern them. Always in private. */
export const ticket = defineCommand({
  name: 'ticket',
  aliases: ['工单', '查询诉求', '诉求进展'],
  summary: '看诉求进展；不带查询码列出与您有关的诉求',
  example: '/工单 ABCD2345',
  section: '企业服务',
  permission: 'ticket',
  isReport,
  args: z.object({ rest: z.string().trim() }),
  async run(context, { rest }) {
    const message = rest === '' ? await list(context) : await one(context, rest);
    if (context.place.type === 'private') return { here: [message] };
    return { privately: [message], here: [{ text: '诉求进展已私聊发给您。' }] };
  },
});
