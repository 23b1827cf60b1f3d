import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBot } from './bot-process.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';

/** Both bots before the same platform, which lives in this process together with the load. */
export interface Arena {
  readonly api: FakeApi;
  readonly ours: BotProcess;
  readonly peer: BotProcess;
}

/**
 * Runs `work` in a fresh arena and takes it down again, the data too. Ours is the product, whose outbox keeps to the platform's limits or is
 * freed of them, or what is left of it without a bot.
 */
export async function inArena<T>(
  kind: 'freed' | 'paced' | 'bare',
  work: (arena: Arena) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const api = await startFakeApi();
  const bots: BotProcess[] = [];
  const start = async (script: string, ...args: string[]) => {
    const bot = await startBot(script, folder, api.url, ...args);
    bots.push(bot);
    return bot;
  };
  try {
    const script = kind === 'bare' ? 'bare-bot.ts' : 'product.ts';
    const ours = await start(script, join(folder, 'store'), kind);
    const peer = await start('echo-bot.ts');
    return await work({ api, ours, peer });
  } finally {
    for (const bot of bots) await bot.stop();
    await api.close();
    await rm(folder, { recursive: true, force: true });
  }
}
