import { bot, type EmulatedMessage } from '#src/emulator/state/message.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import { silentLog } from '#src/shared/log.ts';
import type { CollectionName, Doc } from '#src/store/collections.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import type { Asked, Deed } from './crash-people.ts';
import type { Letter } from './crash-relay.ts';
import { journalLines } from './store-folder.ts';

/** What the platform and the people remember when all is over. */
interface Remembered {
  readonly messages: readonly EmulatedMessage[];
  readonly asked: readonly Asked[];
  readonly deeds: readonly Deed[];
  readonly letters: readonly Letter[];
}

interface Stored {
  readonly inbox: readonly Doc<'inbox'>[];
  readonly outbox: readonly Doc<'outbox'>[];
  readonly drafts: readonly Doc<'drafts'>[];
  readonly reports: readonly Doc<'reports'>[];
  readonly problems: readonly Doc<'problems'>[];
  readonly clicks: readonly Doc<'clicks'>[];
  /** Contact details that can no longer be opened. */
  readonly sealedForEver: readonly string[];
  readonly lines: readonly { who: string; what: string; event?: string }[];
}

/** Everything the files hold, read by a process that was not there. */
export async function readFolder(dir: string): Promise<Stored> {
  const store = await openJsonFileStore({ dir, mode: 'demo', log: silentLog });
  const vault = await openFileVault({ dir });
  const all = <N extends CollectionName>(name: N) => store.read((tx) => tx.all(name));
  const problems = await all('problems');
  const opened = await Promise.all(problems.map(({ contact }) => vault.open(contact)));
  const stored = {
    inbox: await all('inbox'),
    outbox: await all('outbox'),
    drafts: await all('drafts'),
    reports: await all('reports'),
    problems,
    clicks: await all('clicks'),
    sealedForEver: problems.filter((_, index) => opened[index] === undefined).map(({ id }) => id),
    lines: (await journalLines(dir)).map((line) => JSON.parse(line.slice(9))),
  };
  await store.close();
  return stored;
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What it said when it was delivered, before any press changed the card. */
function firstText(message: EmulatedMessage): string {
  const card = message.earlier[0]?.card;
  return messageText(card ? { ...message, body: { kind: 'interactive', card } } : message);
}

function answersWrong({ asked, messages }: Remembered): string[] {
  return asked.flatMap(({ message, chat, text, expected }) => {
    const answers = messages.filter(({ from, replyTo }) => from === bot && replyTo === message);
    const fits =
      answers.length === 1 && answers[0]?.chatId === chat && firstText(answers[0]).includes(expected);
    return fits
      ? []
      : [`${message} “${text}”: ${answers.length} answers ${answers.map(firstText).join(' | ')}`];
  });
}

/** Every message of the bot is the one of one outbox document, and the other way round. */
function deliveriesWrong({ messages }: Remembered, { outbox }: Stored): string[] {
  const sent = counted(
    outbox.flatMap(({ target, message }) => (target.type === 'update' ? [] : (message ?? []))),
  );
  const shown = messages.filter(({ from }) => from === bot).map(({ id }) => id);
  return [
    ...shown
      .filter((id) => sent.get(id) !== 1)
      .map((id) => `shown, written down ${sent.get(id) ?? 0} times: ${id}`),
    ...[...sent.keys()].filter((id) => !shown.includes(id)).map((id) => `written down, never shown: ${id}`),
    ...outbox
      .filter(({ state }) => state !== 'sent')
      .map(({ id, state, reason }) => `${id} ${state} ${reason}`),
  ];
}

function effectsOf({ kind, mark }: Deed, { reports, problems }: Stored): number {
  if (kind === 'problem') return problems.filter(({ text }) => text === mark).length;
  return reports.filter(({ indicator, unit, value }) => `${indicator}|${unit}|${value}` === mark).length;
}

/** Pressed until it was said to be done: done once. Never pressed: never done. */
function effectsWrong({ deeds }: Remembered, stored: Stored): string[] {
  return deeds.flatMap((deed) => {
    const effects = effectsOf(deed, stored);
    const right = effects === (deed.presses > 0 ? 1 : 0);
    return right
      ? []
      : [`${deed.mark}: pressed ${deed.presses}, done ${effects}, told ${deed.told.join('、')}`];
  });
}

/** Each officer who is told of problems is told of each, once. */
function noticesWrong({ deeds, messages }: Remembered): string[] {
  const notices = messages.filter(({ from, replyTo }) => from === bot && replyTo === undefined);
  const places = (mark: string) =>
    notices.filter((notice) => messageText(notice).includes(mark)).map(({ chatId }) => chatId);
  const told = deeds
    .filter(({ kind }) => kind === 'problem')
    .map(({ mark }) => ({ mark, chats: places(mark) }));
  const officers = new Set(told.flatMap(({ chats }) => chats)).size;
  const right = (chats: readonly string[]) => chats.length === officers && new Set(chats).size === officers;
  return told
    .filter(({ chats }) => chats.length === 0 || !right(chats))
    .map(({ mark, chats }) => `${mark}: told ${chats.length} times, ${new Set(chats).size} of ${officers}`);
}

function journalWrong({ letters, asked }: Remembered, { lines, drafts }: Stored): string[] {
  const heads = counted(
    lines.map(({ what, event }) => `${what.startsWith('press.') ? 'press' : what} ${event}`),
  );
  const messages = letters.filter(({ kind }) => kind === 'message').map(({ id }) => id);
  const sentences = asked.filter(({ expected }) => expected === '请确认上报内容').length;
  return [
    ...messages
      .filter((id) => heads.get(`say ${id}`) !== 1)
      .map((id) => `handled ${heads.get(`say ${id}`)}: ${id}`),
    ...messages.filter((id) => heads.get(`inbox.accept ${id}`) !== 1).map((id) => `accepted not once: ${id}`),
    ...[...heads]
      .filter(([head, count]) => head.startsWith('press ') && count > 1)
      .map(([head]) => `twice: ${head}`),
    ...lines
      .filter(({ what }) => what === 'refused' || what === 'inbox.give-up')
      .map(({ what, event }) => `${what} ${event}`),
    ...(drafts.length === sentences ? [] : [`${drafts.length} drafts of ${sentences} sentences`]),
  ];
}

function inboxWrong({ letters }: Remembered, { inbox }: Stored): string[] {
  const states = new Map(inbox.map(({ id, state }) => [id, state]));
  const lost = letters.filter(
    ({ id, kind, acknowledged }) =>
      kind === 'message' && (acknowledged === 0 || !states.has(`message:${id}`)),
  );
  return [
    ...lost.map(({ id, acknowledged }) => `${id} acknowledged ${acknowledged} times, not in the inbox`),
    ...inbox.filter(({ state }) => state === 'pending').map(({ id }) => `${id} pending`),
  ];
}

/** Revisions of one place are numbered without gap or repeat. */
function revisionsWrong({ reports }: Stored): string[] {
  const places = new Map<string, number[]>();
  for (const { indicator, unit, period, rev } of reports) {
    const place = `${indicator}|${unit}|${period}`;
    places.set(place, [...(places.get(place) ?? []), rev]);
  }
  return [...places].flatMap(([place, revisions]) => {
    const numbers = revisions.sort((a, b) => a - b);
    return numbers.every((rev, index) => rev === index + 1) ? [] : [`${place}: ${numbers.join(',')}`];
  });
}

/** All that is not as if there had been no crash, by what it contradicts; each list should be empty. */
export function findings(remembered: Remembered, stored: Stored) {
  return {
    answersNotOnce: answersWrong(remembered),
    deliveries: deliveriesWrong(remembered, stored),
    effectsNotOnce: effectsWrong(remembered, stored),
    noticesNotOnce: noticesWrong(remembered),
    inbox: inboxWrong(remembered, stored),
    journal: journalWrong(remembered, stored),
    revisions: revisionsWrong(stored),
    sealedForEver: stored.sealedForEver,
  };
}
