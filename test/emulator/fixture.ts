import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppType, Client, DefaultCache } from '@larksuiteoapi/node-sdk';
import { createEmulator } from '#src/emulator/create-emulator.ts';
import type { CardSample, EmulatorDeps } from '#src/emulator/emulator.ts';
import { movableClock } from '#src/shared/clock.ts';
import { silentLog } from '#src/shared/log.ts';
import { decryptBody } from './decrypt-body.ts';
import { sampleCards } from './sample-cards.ts';

export const credentials = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'emulated-secret',
  encryptKey: 'emulated-encrypt-key',
  verificationToken: 'emulated-token',
  botOpenId: 'ou_bot',
  botName: '强引擎',
  tenant: 'tk_district',
};

export const people = [
  {
    openId: 'ou_cadre',
    name: '李敏',
    title: '科长',
    unit: '区发改委',
    group: '部门',
    roles: ['干部'],
    mobile: '13800000001',
  },
  {
    openId: 'ou_head',
    name: '王建国',
    title: '主任',
    unit: '区发改委',
    group: '部门',
    roles: ['单位主要负责人'],
  },
  {
    openId: 'ou_leader',
    name: '陈志远',
    title: '副区长',
    unit: '区政府',
    group: '区领导',
    roles: ['区领导'],
  },
  { openId: 'ou_gone', name: '赵离', title: '', unit: '区发改委', group: '部门', roles: [], left: true },
  {
    openId: 'ou_boss',
    name: '孙老板',
    title: '总经理',
    unit: '江南机电有限公司',
    group: '企业家',
    roles: ['企业家'],
  },
];

const chats = [
  { id: 'oc_all', name: '全区工作群', note: '登记为：公开排名', members: 'all_staff' as const },
  { id: 'oc_leaders', name: '区领导群', note: '登记为：区领导', members: ['ou_leader'] },
];

/** What a test's webhook got, decrypted, and what it answers. */
export interface FakeBot {
  readonly url: string;
  readonly events: { header: { event_id: string; event_type: string }; event: Record<string, unknown> }[];
  readonly raw: { headers: Record<string, unknown>; body: string }[];
  answer: (event: Record<string, unknown>) => { status?: number; body?: unknown; afterMs?: number };
  close(): Promise<void>;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A webhook that records what it gets. */
async function startFakeBot(): Promise<FakeBot> {
  const bot: Omit<FakeBot, 'url' | 'close'> = { events: [], raw: [], answer: () => ({}) };
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    bot.raw.push({ headers: req.headers, body });
    const event = decryptBody(credentials.encryptKey, body) as FakeBot['events'][number];
    bot.events.push(event);
    const { status = 200, body: answer = {}, afterMs = 0 } = bot.answer(event);
    setTimeout(
      () => res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
      afterMs,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(bot, { url: `http://127.0.0.1:${port}/webhook`, close: () => closeServer(server) });
}

/** A listening emulator with a fake bot behind it and the real SDK in front of it. */
export async function startEmulator(
  overrides: Partial<EmulatorDeps> & { samples?: () => readonly CardSample[] } = {},
) {
  const bot = await startFakeBot();
  const clock = movableClock('2026-11-06T09:00:00+08:00');
  const emulator = createEmulator({
    credentials,
    webhookUrl: () => bot.url,
    people: () => people,
    chats: () => chats,
    samples: () => sampleCards,
    clock,
    log: silentLog,
    trace: { subscribe: () => () => undefined, recent: () => [] },
    ...overrides,
  });
  const { url, close } = await emulator.listen(0);
  const quiet = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} };
  const client = new Client({
    appId: credentials.appId,
    appSecret: credentials.appSecret,
    appType: AppType.SelfBuild,
    domain: url,
    cache: new DefaultCache(),
    logger: quiet,
  });
  const stop = async () => {
    await close();
    await bot.close();
  };
  return { bot, clock, emulator, url, client, stop };
}
