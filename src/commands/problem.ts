import { z } from 'zod';
import { problemFormCard } from '#cards/enterprise/problem-form.ts';
import { cleanWriting } from '../domain/enterprise/written-text.ts';
import { openContact } from '../operations/problems/open-contact.ts';
import { findProblemByCode } from '../operations/problems/see-problem.ts';
import { enterpriseOf } from '../operations/problems/submit-problem.ts';
import { defineCommand } from './define-command.ts';
import { isReport } from './is-report.ts';
import { ticketCard, ticketReply } from './problems/show-ticket.ts';

/** Characters that the form takes. */
const most = 1000;

/** `/problem 诉求`: the form, with what is known filled in. It shows contact details: always in private, and sealed in the store. */
export const problem = defineCommand({
  name: 'problem',
  aliases: ['诉求', '企业诉求', '提诉求'],
  summary: '提交企业诉求',
  example: '/诉求',
  section: '企业服务',
  permission: 'problem.submit',
  isReport,
  args: z.object({ rest: z.string() }),
  async run(context, { rest }) {
    const { tx, actor, vault, place, frame } = context;
    // 诉求 MBJE HZWZ asks for a problem, it does not describe one.
    const known = await findProblemByCode(tx, { code: rest, actor });
    if (known) return ticketReply(context, await ticketCard(context, known));
    const enterprise = await enterpriseOf(tx, actor);
    const contact = await openContact(vault, enterprise.contact);
    const written = [...cleanWriting(rest)];
    const text = written.slice(0, most).join('');
    const card = problemFormCard({
      demo: frame.demo,
      enterpriseName: enterprise.name,
      error:
        written.length > most ? `诉求内容最多${most}个字，后面的没有带进表单，请精简后再提交。` : undefined,
      filled: { contact: contact?.name, phone: contact?.phone, text: text === '' ? undefined : text },
    });
    const form = { card, sealUnder: enterprise.id };
    if (place.type === 'private') return { here: [form] };
    return { privately: [form], here: [{ text: '诉求表单已私聊发给您，请在私聊里填写。' }] };
  },
});
