import { z } from 'zod';
import { type Answered, contentFields, deliverMessage, requestOf } from './deliver-message.ts';
import type { Platform } from './platform.ts';
import { checkChatRate, receiverOf } from './receiver.ts';
import { Refusal } from './refusal.ts';

const replyRequest = z.object({ ...contentFields, reply_in_thread: z.boolean().optional() });

/** POST /im/v1/messages/:message_id/reply (fact sheet §4.3). */
export function reply(
  platform: Platform,
  request: { params: { messageId: string }; body: unknown },
): Answered {
  const asked = requestOf(replyRequest, request.body);
  const { messageId } = request.params;
  const chatId = () => {
    const answered = platform.messages.find(messageId);
    if (!answered) throw new Refusal(230011, 'The message is recalled or does not exist.');
    const room = receiverOf(platform, 'chat_id', answered.chatId);
    checkChatRate(platform, room.id);
    return room.id;
  };
  return deliverMessage(platform, { ...asked, chatId, replyTo: messageId });
}
