import { bot, type EmulatedMessage } from '#src/emulator/state/message.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import type { Stored } from './crash-folder.ts';
import type { Asked, Deed } from './crash-people.ts';
import type { Letter } from './crash-relay.ts';

/** What a crash may do to the trust of people; `other` is whatever else is not as if there had been no crash. */
export const findingKinds = [
  'effects lost',
  'effects doubled',
  'replies lost',
  'replies doubled',
  'files damaged',
  'cards left behind',
  'other',
] as const;

/** Something that is not as if there had been no crash. */
export interface Finding {
  readonly kind: (typeof findingKinds)[number];
  readonly text: string;
}

/** What the platform and the people remember when all is over. */
interface Remembered {
  readonly messages: readonly EmulatedMessage[];
  readonly asked: readonly Asked[];
  readonly deeds: readonly Deed[];
  readonly letters: readonly Letter[];
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How a number differs from what it should be: nothing when it does not. */
function compared(what: 'effects' | 'replies', [found, right]: [number, number], text: string): Finding[] {
  if (found === right) return [];
  return [
    { kind: found < right ? `${what} lost` : `${what} doubled`, text: `${text}: ${found}, not ${right}` },
  ];
}

const other = (text: string): Finding => ({ kind: 'other', text });

/** What it said when it was delivered, before any press changed the card. */
function firstText(message: EmulatedMessage): string {
  const card = message.earlier[0]?.card;
  return messageText(card ? { ...message, body: { kind: 'interactive', card } } : message);
}

function answersWrong({ asked, messages }: Remembered): Finding[] {
  const answersOf = new Map<string, EmulatedMessage[]>();
  for (const answer of messages) {
    if (answer.from !== bot || answer.replyTo === undefined) continue;
    answersOf.set(answer.replyTo, [...(answersOf.get(answer.replyTo) ?? []), answer]);
  }
  return asked.flatMap(({ message, chat, text, expected }) => {
    const answers = answersOf.get(message) ?? [];
    const [answer] = answers;
    if (!answer || answers.length > 1)
      return compared('replies', [answers.length, 1], `${message} “${text}”`);
    const fits = answer.chatId === chat && firstText(answer).includes(expected);
    return fits ? [] : [other(`${message} “${text}” was answered ${firstText(answer)}`)];
  });
}

/** Every message of the bot is the one of one outbox document, and the other way round. */
function deliveriesWrong({ messages }: Remembered, { outbox }: Stored): Finding[] {
  const sent = counted(
    outbox.flatMap(({ target, message }) => (target.type === 'update' ? [] : (message ?? []))),
  );
  const shown = new Set(messages.filter(({ from }) => from === bot).map(({ id }) => id));
  const unsent = outbox.filter(({ state }) => state !== 'sent');
  return [
    ...[...shown].flatMap((id) => {
      const written = sent.get(id) ?? 0;
      return written === 1 ? [] : [other(`${id} is shown, written down ${written} times`)];
    }),
    ...[...sent.keys()].flatMap((id) => (shown.has(id) ? [] : compared('replies', [0, 1], `${id} shown`))),
    ...unsent.flatMap(({ id, state, reason }) => compared('replies', [0, 1], `${id} ${state} ${reason}`)),
  ];
}

function effectsOf({ kind, mark }: Deed, { reports, problems }: Stored): number {
  if (kind === 'problem') return problems.filter(({ text }) => text === mark).length;
  return reports.filter(({ indicator, unit, value }) => `${indicator}|${unit}|${value}` === mark).length;
}

/** Pressed until it was said to be done: done once. Never pressed: never done. */
function effectsWrong({ deeds }: Remembered, stored: Stored): Finding[] {
  return deeds.flatMap((deed) => {
    const { mark, presses, told } = deed;
    const numbers: [number, number] = [effectsOf(deed, stored), presses > 0 ? 1 : 0];
    return compared('effects', numbers, `${mark}, pressed ${presses}, told ${[...new Set(told)].join('、')}`);
  });
}

/** Each officer who is told of problems is told of each, once. */
function noticesWrong({ deeds, messages }: Remembered): Finding[] {
  const notices = messages
    .filter(({ from, replyTo }) => from === bot && replyTo === undefined)
    .map((notice) => ({ chat: notice.chatId, text: messageText(notice) }));
  const told = deeds
    .filter(({ kind }) => kind === 'problem')
    .map(({ mark }) => ({
      mark,
      chats: notices.filter(({ text }) => text.includes(mark)).map(({ chat }) => chat),
    }));
  const officers = new Set(told.flatMap(({ chats }) => chats)).size;
  return told.flatMap(({ mark, chats }) => [
    ...compared('replies', [new Set(chats).size, Math.max(officers, 1)], `officers told of ${mark}`),
    ...compared('replies', [chats.length, new Set(chats).size], `notices of ${mark}`),
  ]);
}

function journalWrong({ letters, asked }: Remembered, { lines, drafts }: Stored): Finding[] {
  const heads = counted(
    lines.map(({ what, event }) => `${what.startsWith('press.') ? 'press' : what} ${event}`),
  );
  const messages = letters.filter(({ kind }) => kind === 'message').map(({ id }) => id);
  const sentences = asked.filter(({ expected }) => expected === '请确认上报内容').length;
  const once = (head: string) => compared('effects', [heads.get(head) ?? 0, 1], head);
  return [
    ...messages.flatMap((id) => [...once(`say ${id}`), ...once(`inbox.accept ${id}`)]),
    ...[...heads].flatMap(([head, count]) =>
      head.startsWith('press ') && count > 1 ? compared('effects', [count, 1], head) : [],
    ),
    ...lines
      .filter(({ what }) => what === 'refused' || what === 'inbox.give-up')
      .map(({ what, event }) => other(`${what} ${event}`)),
    ...compared('effects', [drafts.length, sentences], 'drafts of sentences'),
  ];
}

function inboxWrong({ letters }: Remembered, { inbox }: Stored): Finding[] {
  const states = new Map(inbox.map(({ id, state }) => [id, state]));
  const messages = letters.filter(({ kind }) => kind === 'message');
  return [
    ...messages
      .filter(({ acknowledged }) => acknowledged === 0)
      .map(({ id }) => other(`${id} not acknowledged`)),
    ...messages
      .filter(({ id }) => !states.has(`message:${id}`))
      .flatMap(({ id }) => compared('effects', [0, 1], `${id} in the inbox`)),
    ...inbox
      .filter(({ state }) => state === 'pending')
      .flatMap(({ id }) => compared('effects', [0, 1], `${id} pending, done`)),
  ];
}

/** Revisions of one place are numbered without gap or repeat. */
function revisionsWrong({ reports }: Stored): Finding[] {
  const places = new Map<string, number[]>();
  for (const { indicator, unit, period, rev } of reports) {
    const place = `${indicator}|${unit}|${period}`;
    places.set(place, [...(places.get(place) ?? []), rev]);
  }
  return [...places].flatMap(([place, revisions]) => {
    const numbers = revisions.sort((a, b) => a - b);
    return numbers.every((rev, index) => rev === index + 1) ? [] : [other(`${place}: ${numbers.join(',')}`)];
  });
}

/** A pressed card shows in the end that it was: also when the kill came between the commit and the answer that would have changed it. */
function cardsWrong({ deeds, messages }: Remembered): Finding[] {
  const pressed = new Set(deeds.flatMap(({ card, presses }) => (presses > 0 ? card : [])));
  return messages
    .filter(({ id, earlier }) => pressed.has(id) && earlier.length === 0)
    .map(({ id }) => ({ kind: 'cards left behind', text: id }));
}

/** All that is not as if there had been no crash; should be empty. */
export function findings(remembered: Remembered, stored: Stored): Finding[] {
  return [
    ...effectsWrong(remembered, stored),
    ...inboxWrong(remembered, stored),
    ...journalWrong(remembered, stored),
    ...stored.sealedForEver.flatMap((id) => compared('effects', [0, 1], `${id} can be opened`)),
    ...answersWrong(remembered),
    ...noticesWrong(remembered),
    ...deliveriesWrong(remembered, stored),
    ...cardsWrong(remembered),
    ...revisionsWrong(stored),
  ];
}
