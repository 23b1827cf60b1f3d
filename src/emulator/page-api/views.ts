import type { CardSample, Suggestion } from '../emulator.ts';
import { countElements } from '../open-api/card-check/check-counts.ts';
import type { World } from '../open-api/platform.ts';
import type { Room } from '../state/chat-book.ts';
import { bot, type EmulatedMessage } from '../state/message.ts';
import { previewOf } from '../state/visible-text.ts';

/** A message as the page draws it. */
export function messageView(world: World, message: EmulatedMessage): object {
  const { id, chatId, from, body, at, sequence, replyTo, earlier } = message;
  const sender = world.chats.person(from);
  return {
    id,
    chatId,
    from,
    fromName: from === bot ? world.credentials.botName : (sender?.name ?? '未知用户'),
    at,
    sequence,
    replyTo,
    updates: earlier.length,
    preview: previewOf(message),
    ...body,
  };
}

/** A chat as the list shows it. */
export function roomView(world: World, room: Room): object {
  const last = world.messages.of(room.id).at(-1);
  const { id, type, name, note, memberIds } = room;
  return {
    id,
    type,
    name,
    note,
    members: memberIds.size,
    botIsIn: world.chats.botIsIn(id),
    last: last ? messageView(world, last) : undefined,
  };
}

/** What the page needs first. */
export function startView(world: World, suggestions: readonly Suggestion[]): object {
  const people = world.chats.people();
  const known = suggestions.filter(({ openId }) => world.chats.person(openId));
  return {
    bot: { name: world.credentials.botName, openId: world.credentials.botOpenId },
    people: people.map(({ openId, name, title, unit, group, roles, left }) => ({
      openId,
      name,
      title,
      unit,
      group,
      roles,
      left,
    })),
    suggestions: known,
    now: world.clock.now(),
    faults: world.faults.pending(),
  };
}

const anyReceiver = `oc_${'0'.repeat(32)}`;

/** A sample as the gallery shows it: with the bytes of the request that would send it and its number of components. */
export function sampleView({ id, title, card }: CardSample): object {
  const request = { receive_id: anyReceiver, msg_type: 'interactive', content: JSON.stringify(card) };
  return {
    id,
    title,
    card,
    bytes: Buffer.byteLength(JSON.stringify(request)),
    elements: countElements(card),
  };
}
