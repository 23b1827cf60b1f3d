import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '#src/commands/index.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

/** The README's cadre, one of a street, the assessment office, the desk, an administrator, a company. */
const people = [
  'ou_demo_C045',
  'ou_demo_C160',
  'ou_demo_C086',
  'ou_demo_C055',
  'ou_demo_C056',
  'ou_demo_E001',
];

/** Needs a code that is given to one person, or a group. */
const needsMore = new Set(['bind', 'chat']);

async function answerTo(openId: string, text: string): Promise<string> {
  const chat = demo.emulator.privateChatOf(openId);
  const before = demo.emulator.messagesOf(chat).length;
  await demo.chat.as(openId).says(text).sees(/./);
  return demo.emulator
    .messagesOf(chat)
    .slice(before + 1)
    .map(messageText)
    .join('\n');
}

test.each(commands.filter(({ name }) => !needsMore.has(name)).map(({ name, example }) => [name, example]))(
  'the example of /%s answers something in the fresh demonstration: %s',
  async (_, example) => {
    const answers: string[] = [];
    for (const openId of people) answers.push(await answerTo(openId, example));
    const good = answers.filter((text) => !/没有办成|没有找到|没有符合/.test(text));
    expect(good, answers.map((text) => text.slice(0, 80)).join('\n')).not.toEqual([]);
  },
);
