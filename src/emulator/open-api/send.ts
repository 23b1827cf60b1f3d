import { z } from 'zod';
import { type Answered, contentFields, deliverMessage, requestOf } from './deliver-message.ts';
import type { Platform } from './platform.ts';
import { checkChatRate, receiverOf } from './receiver.ts';

const sendRequest = z.object({ receive_id: z.string(), ...contentFields });

/** POST /im/v1/messages (fact sheet §4.2). */
export function send(
  platform: Platform,
  request: { query: Record<string, unknown>; body: unknown },
): Answered {
  const asked = requestOf(sendRequest, request.body);
  const chatId = () => {
    const room = receiverOf(platform, request.query.receive_id_type, asked.receive_id);
    checkChatRate(platform, room.id);
    return room.id;
  };
  return deliverMessage(platform, { ...asked, chatId });
}
