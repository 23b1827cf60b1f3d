import { beforeAll, describe, expect, test } from 'vitest';
import { issueBindCode } from '#src/operations/people/bind-code.ts';
import { sealEvent } from '#src/webhook/door/sign.ts';
import { testKeys } from '../support/demonstration.ts';
import { type Overheard, startOverheard } from '../support/overheard.ts';

const cadre = 'ou_demo_C045';
const owner = 'ou_demo_E001';
const desk = 'ou_demo_C055';
const admin = 'ou_demo_C056';
const leaver = 'ou_demo_E005';

/** Said, typed or read by somebody during the scenario: none of it may be overheard. */
const words = {
  report: '专项债券资金支出进度10月84.3%',
  nonsense: '张三李四王五今天没来上班',
  problem: '厂区门口道路破损，大货车进出困难，希望尽快修复。',
  answer: '已列入本月修复计划，15日前完工。',
  contact: '欧阳不言',
  phone: '13912345678',
  colleague: '13900000166',
  stranger: '13999999991',
  wrongCode: 'WRNG2345',
};
/** Of the demonstration's first company and its like. */
const phones = /1380000\d{4}/;

let heard: Overheard;
let bindCode = '';
let inviteCode = '';
const tokens: string[] = [];
const answers: string[] = [];

async function post(url: string, body: string, headers: Record<string, string>) {
  const answer = await fetch(`${url}/webhook/event`, { method: 'POST', body, headers });
  answers.push(`${answer.status} ${await answer.text()} ${JSON.stringify([...answer.headers])}`);
}

type Demo = Awaited<ReturnType<typeof startOverheard>>;

/** A problem from the form to the rating, with a phone and a name of its own. */
async function problemFromFormToRating(demo: Demo) {
  const { chat, product } = demo;
  const filled = { category: '基础设施', urgency: 'urgent', text: words.problem };
  await chat.as(owner).says('/诉求').sees('诉求');
  await product.idle();
  await chat
    .as(owner)
    .fills({ ...filled, contact: words.contact, phone: words.phone })
    .submits()
    .sees('受理');
  await chat.as(desk).sees(words.problem);
  await product.idle();
  await chat.as(desk).presses('受理').sees('已受理');
  await product.idle();
  await chat.as(desk).presses('交办').chooses('区经开区').sees('经办人').submits().sees('已交办');
  const heads = await demo.store.read((tx) => tx.find('cadres', { index: 'unit', key: 'U42' }));
  const head = heads.find(({ roles }) => roles.includes('unit_head'));
  await chat.as(`ou_demo_${head?.id}`).sees(words.problem);
  await product.idle();
  await chat.as(`ou_demo_${head?.id}`).presses('答复').fills({ text: words.answer }).submits().sees('已答复');
  const problems = await demo.store.read((tx) => tx.find('problems', { index: 'enterprise', key: 'E001' }));
  const code = problems.find(({ text }) => text === words.problem)?.tracking_code;
  await chat.as(desk).looksAway().says(`/工单 ${code}`).sees('办结');
  await product.idle();
  await chat.as(desk).presses('看联系方式').sees(words.phone);
  await chat.as(desk).presses('办结').fills({ end: 'solved' }).submits().sees('已办结');
  await product.idle();
  await chat.as(owner).sees('解决').presses('已解决').sees('满意');
  await product.idle();
  await chat.as(owner).presses('满意').sees('满意');
}

/** Binding by form, by one-time code and by invitation, and what goes wrong with each. */
async function binding(demo: Demo) {
  const { chat, product, store, clock, url } = demo;
  for (const contact of [words.stranger, words.colleague]) {
    await chat.as(admin).says('/绑定').sees('绑定身份');
    await product.idle();
    await chat
      .as(admin)
      .fills({ contact, roster: 'C166' })
      .submits()
      .sees(/没有找到|已绑定/);
  }
  const header = { event_type: 'contact.user.deleted_v3', create_time: '1', tenant_key: 'tk_demo' };
  const keys = { event_id: 'ev-left', token: testKeys.verificationToken, app_id: testKeys.appId };
  const body = { schema: '2.0', header: { ...header, ...keys }, event: { object: { open_id: leaver } } };
  const sealed = sealEvent({ encryptKey: testKeys.encryptKey, body, nowMs: Date.now() });
  await post(url, sealed.body, sealed.headers);
  await chat.as(desk).says('/绑定 企业 E005').sees('邀请码');
  const [message] = demo.emulator.messagesOf(demo.emulator.privateChatOf(desk)).slice(-1);
  inviteCode = /邀请码 ([2-9A-HJ-NP-Z]{10})/.exec(JSON.stringify(message))?.[1] ?? '';
  await chat.as(leaver).says(`/绑定 ${inviteCode}`).sees('您已绑定为');
  const now = clock.now();
  bindCode = await store.write({ at: now, who: 'system', what: 'bind.code' }, (tx) => issueBindCode(tx, now));
  await chat.as('ou_demo_C166').says(`/绑定 ${words.wrongCode}`).sees('绑定码不对');
  await chat.as('ou_demo_C166').says(`/绑定 ${bindCode}`).sees('系统管理员');
}

/** Calls to the platform that fail in every way, while something personal is on its way. */
async function failingCalls({ chat, emulator, product }: Demo) {
  const kinds = ['500', '502', 'reset_before', 'limited'] as const;
  for (const kind of kinds) {
    emulator.faults.inject({ on: 'any', kind });
    await chat.as(cadre).says('/帮助').sees('上报');
  }
  emulator.faults.revokeTokens();
  emulator.faults.inject({ on: 'token', kind: '500' });
  await chat.as(owner).says('/诉求').sees('提交企业诉求');
  await product.idle();
}

/** What is turned away at the door, and an error that nobody foresaw. */
async function refusals(demo: Demo) {
  const { url, chat, log } = demo;
  const json = { 'content-type': 'application/json' };
  await post(url, '{"headers":null}', json);
  await post(url, JSON.stringify({ event: words.problem, token: testKeys.verificationToken }), json);
  const sealed = sealEvent({ encryptKey: testKeys.encryptKey, body: words, nowMs: Date.now() });
  await post(url, sealed.body, sealed.headers);
  await post(url, sealed.body, { ...sealed.headers, 'x-lark-signature': 'x' });
  await chat.as(cadre).says('/诉求').sees('不能');
  await chat.as(cadre).says('/绑定').sees('不能');
  await chat.as(cadre).says(words.nonsense).sees('看我能做什么');
  log.error({ err: new Error(`${words.contact} ${words.phone}`, { cause: words }) }, 'unforeseen');
}

/** The token that the bot uses now: the platform hands out the same one while it is good. */
async function noteToken({ url }: Demo) {
  const body = JSON.stringify({ app_id: testKeys.appId, app_secret: testKeys.appSecret });
  const headers = { 'content-type': 'application/json' };
  const path = '/open-apis/auth/v3/tenant_access_token/internal';
  const answer = await fetch(url + path, { method: 'POST', headers, body });
  tokens.push(((await answer.json()) as { tenant_access_token: string }).tenant_access_token);
}

beforeAll(async () => {
  const demo = await startOverheard();
  await noteToken(demo);
  await demo.chat.as(cadre).says(words.report).sees('请确认');
  await demo.product.idle();
  await demo.chat.as(cadre).presses('确认上报').sees('已记录');
  await demo.chat.as('ou_demo_C002').says('/排名').sees('名次').says('/得分 区财政局 10月').sees('得分');
  await problemFromFormToRating(demo);
  await binding(demo);
  await failingCalls(demo);
  await noteToken(demo);
  await refusals(demo);
  heard = await demo.end();
});

const keys = [testKeys.appSecret, testKeys.encryptKey, testKeys.verificationToken];

/** Everything that the outside or an operator gets to read. */
const told = () => `${heard.log}${answers.join('\n')}`;

describe('what a whole day wrote', () => {
  test('is there to be looked at: log lines of every stage, journal and snapshot, answers of the door', () => {
    const said = heard.log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).msg);
    const expected = [
      'event refused',
      'webhook refused',
      'platform call failed',
      'message not sent',
      'unforeseen',
    ];
    for (const words of expected) expect(said).toContain(words);
    expect(heard.files).toContain('"what":"press.problem.submit"');
    expect(heard.files.length).toBeGreaterThan(1_000_000);
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['200', '401', '401', '400', '401']);
    expect(tokens.every((token) => token.startsWith('t-'))).toBe(true);
    expect(new Set(tokens).size).toBe(2);
    expect([bindCode, inviteCode].map(({ length }) => length)).toEqual([8, 10]);
  });

  test('no log line, error line or error answer holds a key, token or code', () => {
    for (const secret of [...keys, ...tokens, bindCode, inviteCode, 'Bearer'])
      expect(told().includes(secret), secret).toBe(false);
  });

  test('no log line, error line or error answer holds what a person said, is called or can be reached by', () => {
    for (const text of Object.values(words)) expect(told().includes(text), text).toBe(false);
    for (const name of ['许美玲', '孙建平', '恒泰精密', '区财政局'])
      expect(told().includes(name), name).toBe(false);
    expect(phones.exec(told())).toBe(null);
    // Eleven digits in the middle of a random id are no number to call.
    expect(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])/.exec(told())).toBe(null);
  });

  test('journal and snapshot hold no key, no token, no phone and no contact', () => {
    for (const secret of [...keys, ...tokens]) expect(heard.files.includes(secret), secret).toBe(false);
    for (const text of [words.contact, words.phone, words.colleague, words.stranger, '孙建平'])
      expect(heard.files.includes(text), text).toBe(false);
    expect(phones.exec(heard.files)).toBe(null);
  });

  test('no code stands in the journal, not even in the message that used it up or was wrong', () => {
    for (const code of [bindCode, inviteCode, words.wrongCode])
      expect(heard.files.includes(code), code).toBe(false);
    expect(heard.files).toContain('"kind":"coded-message"');
  });

  test('a log line is one line of plain JSON, whatever it tells', () => {
    const odd = /(?!\n)\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
    expect(odd.exec(heard.log)).toBe(null);
  });
});
