import { z } from 'zod';
import { ticketListCard } from '#cards/enterprise/ticket-list.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import type { Context } from '../context.ts';
import { listProblems } from '../operations/problems/list-problems.ts';
import { noSuchProblem } from '../operations/problems/problem-for-step.ts';
import { findProblemByCode } from '../operations/problems/see-problem.ts';
import type { Outgoing } from '../reply/reply.ts';
import { dayOf } from '../shared/time.ts';
import { defineCommand } from './define-command.ts';
import { isReport } from './is-report.ts';
import { ticketCard, ticketReply } from './problems/show-ticket.ts';

async function list({ tx, actor, now, calendar, frame }: Context): Promise<Outgoing> {
  const today = dayOf(now);
  const listed = await listProblems(tx, { actor, calendar, today });
  return { card: ticketListCard({ demo: frame.demo, today, ...listed }) };
}

/** `CODE 补充 WORDS`: what its entrepreneur adds, which goes along into the form. */
const adding = /^(\S[^\n]{0,40}?)\s+补充[：:\s]\s*(\S[\s\S]*)$/;

async function one(context: Context, rest: string): Promise<Outgoing> {
  const { tx, actor, frame } = context;
  const [, code = rest, written] = adding.exec(rest) ?? [];
  const found = await findProblemByCode(tx, { code, actor });
  if (found) return ticketCard(context, found, written);
  // Answered like a success, not thrown: the line in a group is then the same whether or not the code exists.
  return { card: sentenceCard({ demo: frame.demo, kind: 'error', text: noSuchProblem().say }) };
}

/** `/ticket 工单 CODE`: a problem as its asker may see it; without a code those that concern them. Always in private. */
export const ticket = defineCommand({
  name: 'ticket',
  aliases: ['工单', '查询诉求', '诉求进展'],
  summary: '看诉求进展；不带查询码列出与您有关的诉求',
  example: '/工单',
  section: '企业服务',
  permission: 'ticket',
  isReport,
  args: z.object({ rest: z.string().trim() }),
  async run(context, { rest }) {
    return ticketReply(context, rest === '' ? await list(context) : await one(context, rest));
  },
});
