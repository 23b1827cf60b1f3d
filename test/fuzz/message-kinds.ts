import type { Chance } from '../support/crash-random.ts';
import type { Kind, Shot } from './fuzz-request.ts';
import { oddJson, oddText } from './odd-values.ts';
import { messageEvent, signed } from './sealed-event.ts';

const types = [
  'text',
  'post',
  'image',
  'file',
  'audio',
  'media',
  'sticker',
  'interactive',
  'share_chat',
  'share_user',
  'system',
  'location',
  'video_chat',
  'calendar',
  'merge_forward',
  'todo',
  'vote',
  'hongbao',
  'folder',
  '__proto__',
];

/** Staff, company people, and people nobody knows. */
const people = ['ou_demo_C045', 'ou_demo_C002', 'ou_demo_C056', 'ou_demo_E001', 'ou_demo_C055', 'ou_unknown'];

function contentOf(chance: Chance): string {
  const node = () => ({
    tag: chance.one(['text', 'a', 'at', 'img', 'code_block', 'x']),
    text: oddText(chance),
    user_id: oddText(chance),
  });
  const made = [
    () => JSON.stringify({ text: oddText(chance) }),
    () => JSON.stringify({ text: oddText(chance) }),
    () => JSON.stringify({ title: oddText(chance), content: [[node(), node()], [node()]] }),
    () => JSON.stringify(oddJson(chance)) ?? '',
    () => oddText(chance),
    () => '{"text":"a","text":"b"}',
    () => '{"__proto__":{"text":"/排名"}}',
  ];
  return chance.one(made)?.() ?? '';
}

const mention = (chance: Chance) => ({
  key: chance.one(['@_user_1', '@_user_1.*', '@_all', '', '__proto__']),
  id: chance.one<unknown>([
    { open_id: 'ou_demo_bot' },
    { open_id: oddText(chance) },
    null,
    'ou_demo_bot',
    {},
  ]),
  name: oddText(chance),
  mentioned_type: chance.one(['bot', 'user', 'x']),
});

function oddMessage(chance: Chance): object {
  return {
    message_type: chance.one(types),
    content: contentOf(chance),
    create_time: chance.one<unknown>([String(Date.now()), '-1', '9'.repeat(30), 5, null]),
    mentions: chance.one<unknown>([
      [],
      [mention(chance)],
      [mention(chance), mention(chance)],
      null,
      {},
      [null, 5, []],
    ]),
  };
}

/** Said to the bot in private: the answer is its only effect. Every person has a chat of their own. */
function toTheBot(chance: Chance): Shot {
  const person = chance.one(people) ?? 'ou_unknown';
  const chat = `oc_fuzz_${person.slice(3)}_${Math.floor(chance.number(40))}`;
  const elsewhere = chance.strikes(0.3) ? { tenant_key: oddText(chance).slice(0, 128) } : {};
  return signed(messageEvent({ person, chat, text: '' }, oddMessage(chance), elsewhere), [200, 503]);
}

/** Said in a group without a word to the bot, or by a bot: it must not even be remembered. */
function notToTheBot(chance: Chance): Shot {
  const byBot = chance.strikes(0.3);
  const message = { ...oddMessage(chance), chat_type: byBot ? 'p2p' : 'group', mentions: [] };
  const content = JSON.stringify({ text: `大家好 ${oddText(chance)}` });
  const sender = byBot ? { sender_type: chance.one(['app', 'bot', 'anonymous', '']) } : {};
  const said = { person: chance.one(people) ?? '', chat: 'oc_demo_ranking', text: '' };
  return signed(messageEvent(said, { ...message, message_type: 'text', content }, sender), [200]);
}

/** Genuine messages with strange contents. Each answered one stays in the store for a day, so they are few. */
export const messageKinds: readonly Kind[] = [
  { name: 'message to the bot', weight: 2, make: toTheBot },
  { name: 'message to others', weight: 6, make: notToTheBot },
];
