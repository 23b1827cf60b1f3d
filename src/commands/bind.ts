import { z } from 'zod';
import { bindCard } from '#cards/system/bind.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import { authorize } from '../authorize/authorize.ts';
import type { Context } from '../context.ts';
import { useBindCode } from '../operations/people/bind-code.ts';
import { acceptInvitation, inviteEnterprise } from '../operations/people/invite-enterprise.ts';
import type { Reply } from '../reply/reply.ts';
import { defineCommand } from './define-command.ts';

function told({ frame }: Context, kind: 'done' | 'error', text: string): Reply {
  return { here: [{ card: sentenceCard({ demo: frame.demo, kind, text }) }] };
}

async function invite(context: Context, said: string): Promise<Reply> {
  const { tx, actor, place, now } = context;
  authorize('enterprise.invite', actor, place);
  const { code, id, name } = await inviteEnterprise(tx, { said, by: actor, now });
  const text = `请把邀请码 ${code} 告诉${name}的联系人，7 天内私聊本机器人发送：/绑定 ${code}`;
  const card = sentenceCard({ demo: context.frame.demo, kind: 'done', text });
  // The code is as good as a key for seven days: it must not stand in the journal.
  return { here: [{ card, sealUnder: id }] };
}

async function takeCode(context: Context, code: string): Promise<Reply> {
  const { tx, actor, now } = context;
  const company = await acceptInvitation(tx, { code, actor, now });
  if (company) return told(context, 'done', `您已绑定为${company}的联系人。现在可以发送 /诉求 提交诉求。`);
  if (await useBindCode(tx, { code, actor, now })) {
    return told(
      context,
      'done',
      '您已成为系统管理员。下一步：发送 /绑定 为同事绑定身份，在群里发送 /登记 登记群用途。',
    );
  }
  return told(context, 'error', '绑定码不对，请核对后重发。连续 3 次不对，绑定码失效。');
}

/** `/bind 绑定`: with a one-time code its sender becomes administrator (the console's) or a company's person (an invitation); an administrator gets the form to bind colleagues. */
export const bind = defineCommand({
  name: 'bind',
  aliases: ['绑定'],
  summary: '绑定身份；管理员为他人绑定',
  example: '/绑定',
  section: '管理',
  permission: 'bind',
  args: z.object({ rest: z.string().max(60, '绑定码不对，请核对后重发。') }),
  async run(context, { rest }) {
    const { actor, place, frame } = context;
    const said = rest.replace(/绑定/g, '').trim();
    if (said.startsWith('企业')) return invite(context, said.slice('企业'.length));
    const code = said.replace(/[\s-]/g, '');
    if (code !== '') return takeCode(context, code);
    authorize('bind.manage', actor, place);
    return { here: [{ card: bindCard({ demo: frame.demo }) }] };
  },
});
