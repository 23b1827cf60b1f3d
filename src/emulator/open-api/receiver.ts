import { platformId } from '../../shared/ids.ts';
import type { Room } from '../state/chat-book.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

function privateRoomOf({ chats }: Platform, openId: string): Room {
  const person = chats.person(openId);
  if (!person) throw new Refusal(230013, 'Bot has NO availability to this user.');
  if (person.left) throw new Refusal(230029, 'The user has resigned.');
  const room = chats.find(chats.privateId(openId));
  if (!room) throw new Refusal(230013, 'Bot has NO availability to this user.');
  return room;
}

function groupOf({ chats }: Platform, chatId: string): Room {
  const room = chats.find(chatId);
  if (!room || !chats.botIsIn(chatId)) throw new Refusal(230002, 'The bot can not be outside the group.');
  return room;
}

/** The chat a receive_id means; refuses bad ids (230034), people out of range (230013, 230029) and chats without the bot (230002). */
export function receiverOf(platform: Platform, type: unknown, id: string): Room {
  if (type !== 'open_id' && type !== 'chat_id')
    throw new Refusal(
      230001,
      'Your request contains an invalid request parameter, ext=receive_id_type is invalid.',
    );
  const prefix = type === 'open_id' ? 'ou_' : 'oc_';
  if (!platformId.test(id) || !id.startsWith(prefix))
    throw new Refusal(230034, `The receive_id is invalid, ext=not a ${type}.`);
  return type === 'open_id' ? privateRoomOf(platform, id) : groupOf(platform, id);
}

/** Refuses a sixth message a second to one chat (230020); a person and their private chat are the same. */
export function checkChatRate(platform: Platform, chatId: string): void {
  if (platform.perChat.take(chatId) > 0)
    throw new Refusal(230020, 'This operation triggers the frequency limit.');
}
