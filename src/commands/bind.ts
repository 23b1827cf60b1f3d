import { z } from 'zod';
import { bindCard } from '#cards/system/bind.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import { authorize } from '../authorize/authorize.ts';
import { useBindCode } from '../operations/bind-code.ts';
import { defineCommand } from './define-command.ts';

/** `/bind 绑定`: with the console's one-time code its sender becomes administrator; an administrator gets the form to bind others. */
export const bind = defineCommand({
  name: 'bind',
  aliases: ['绑定'],
  summary: '绑定身份（管理员）',
  example: '/绑定',
  permission: 'bind',
  args: z.object({ rest: z.string().max(40, '绑定码不对，请核对后重发。') }),
  async run({ tx, actor, place, now, frame }, { rest }) {
    const { demo } = frame;
    const code = rest.replace(/绑定/g, '').replace(/[\s-]/g, '');
    if (code === '') {
      authorize('bind.manage', actor, place);
      return { here: [{ card: bindCard({ demo }) }] };
    }
    const bound = await useBindCode(tx, { code, actor, now });
    const text = bound
      ? '您已成为系统管理员。下一步：发送 /绑定 为同事绑定身份，在群里发送 /登记 登记群用途。'
      : '绑定码不对，请核对后重发。连续 3 次不对，绑定码失效。';
    return { here: [{ card: sentenceCard({ demo, kind: bound ? 'done' : 'error', text }) }] };
  },
});
