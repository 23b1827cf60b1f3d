import { z } from 'zod';
import { chatRegister as button, chatRegisterCard, chatRegisterFields } from '#cards/system/chat-register.ts';
import { registerChat } from '../../operations/people/register-chat.ts';
import { chatPurpose } from '../../operations/people/see-chat.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

const formSchema = z.object({
  [chatRegisterFields.kind]: z.enum(
    ['leaders', 'public_ranking', 'public_ranking_full', 'task_force', 'unit'],
    '请选择用途。',
  ),
  [chatRegisterFields.of]: z.string().optional().catch(undefined),
});

/** 登记: the group in which the card stands is registered; the card becomes what it is now. */
export const chatRegister = defineAction({
  button,
  permission: 'chat.register',
  once: false,
  async run({ tx, actor, place, now, frame }, _payload, { form }) {
    if (place.type === 'private') throw errors.badInput('请在要登记的群里操作。');
    const { kind, of } = formSchema.parse(form);
    const full = kind === 'public_ranking_full';
    const chatKind = kind === 'public_ranking_full' ? 'public_ranking' : kind;
    await registerChat(tx, {
      chatId: place.chatId,
      kind: chatKind,
      full,
      of: of || undefined,
      by: actor,
      now,
    });
    const result = (await chatPurpose(tx, place.chatId)) ?? '';
    return { replace: { card: chatRegisterCard({ demo: frame.demo, owners: [], result }) } };
  },
});
