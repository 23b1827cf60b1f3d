import { z } from 'zod';
import { chatRegisterCard } from '#cards/system/chat-register.ts';
import { chatOwners, chatPurpose } from '../operations/people/see-chat.ts';
import { errors } from '../shared/errors.ts';
import { defineCommand } from './define-command.ts';

/** `/chat 登记`: an administrator says from inside a group what it is for. */
export const chat = defineCommand({
  name: 'chat',
  aliases: ['登记'],
  summary: '登记本群用途（管理员，在群里用）',
  example: '/登记',
  section: '管理',
  permission: 'chat.register',
  args: z.object({ rest: z.string() }),
  async run({ tx, place, frame }) {
    if (place.type === 'private') throw errors.badInput('请在要登记的群里发送 /登记。');
    const owners = await chatOwners(tx);
    const current = await chatPurpose(tx, place.chatId);
    return { here: [{ card: chatRegisterCard({ demo: frame.demo, owners, current }) }] };
  },
});
