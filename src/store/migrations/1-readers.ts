import { z } from 'zod';
import type { Migration } from './migration.ts';

const messageSchema = z.looseObject({
  id: z.string(),
  target: z.looseObject({ type: z.string(), person: z.string().optional() }),
  private: z.boolean(),
  reader: z.string().optional(),
  chat: z.string().nullable(),
});

type Message = z.infer<typeof messageSchema>;

/** Whose private chat is which: told by the messages that were addressed to a person and then went to a chat. */
function readersByChat(messages: readonly Message[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { chat, target, reader } of messages) {
    const person = reader ?? target.person;
    if (chat !== null && person !== undefined) known.set(chat, person);
  }
  return known;
}

/** Private messages said nothing of who reads them, so a leaver's cards would go on changing. */
export const readers: Migration = {
  version: 1,
  why: '私聊消息补记读者，离职的人看过的卡片不再更新',
  change(documents) {
    const messages = documents('outbox').map((doc) => messageSchema.parse(doc));
    const privately = messages.filter((message) => message.private);
    const chats = readersByChat(privately);
    return privately.flatMap((message) => {
      const { id, target, chat, reader: known } = message;
      const reader = target.person ?? (chat === null ? undefined : chats.get(chat));
      if (known !== undefined || reader === undefined || target.type === 'update') return [];
      return [{ name: 'outbox' as const, id, doc: { ...message, reader } }];
    });
  },
};
