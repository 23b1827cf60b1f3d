import type { World } from '../open-api/platform.ts';
import type { Room } from '../state/chat-book.ts';
import type { EmulatedMessage, MessageBody } from '../state/message.ts';
import type { EmulatedPerson } from '../state/roster.ts';
import type { Courier } from './courier.ts';
import { messageEvent } from './event-body.ts';
import { type Nameable, partsOf, type Speech } from './speech.ts';

/** What a person wants said where. */
export interface Saying {
  readonly openId: string;
  readonly chatId: string;
  readonly speech: Speech;
}

/** The person in the room; throws a RangeError when they are not in it. */
export function personInRoom(
  world: World,
  openId: string,
  chatId: string,
): { person: EmulatedPerson; room: Room } {
  const person = world.chats.person(openId);
  const room = world.chats.find(chatId);
  if (!person || !room?.memberIds.has(openId)) throw new RangeError(`${openId} 不在会话 ${chatId} 里`);
  return { person, room };
}

function nameableIn({ chats, credentials }: World, room: Room): Nameable[] {
  const members = chats.people().filter(({ openId }) => room.memberIds.has(openId));
  const asBot = (name: string) => ({ openId: credentials.botOpenId, name, bot: true });
  return [
    ...members.map(({ openId, name }) => ({ openId, name, bot: false })),
    asBot('机器人'),
    asBot(credentials.botName),
  ];
}

function fileBody({ files }: World, { name, bytes }: NonNullable<Speech['file']>): MessageBody {
  return { kind: 'file', key: files.add({ name, bytes }), name, size: bytes.length };
}

/** Puts a person's message into the chat and carries its event to the bot, unless the bot is not there. */
export async function say(world: World, courier: Courier, saying: Saying): Promise<EmulatedMessage> {
  const { openId, chatId, speech } = saying;
  const { text } = speech;
  const { person, room } = personInRoom(world, openId, chatId);
  const parts = partsOf(text, nameableIn(world, room)).map((part) =>
    'mention' in part && part.mention.bot
      ? { mention: { ...part.mention, name: world.credentials.botName } }
      : part,
  );
  const kind: 'post' | 'text' = speech.as ?? (text.includes('\n') ? 'post' : 'text');
  const replyTo = speech.replyTo === undefined ? {} : { replyTo: speech.replyTo };
  const body = speech.file ? fileBody(world, speech.file) : { kind, text };
  const message = world.messages.add({ chatId, from: openId, body, ...replyTo });
  if (world.chats.botIsIn(chatId)) {
    await courier.carry(messageEvent(world.credentials, { message, parts, speaker: person, room }));
  }
  return message;
}
