import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Order, Report, Usage } from './gauge.ts';

/** A bot in a process of its own. */
export interface BotProcess {
  /** Where its webhook listens. */
  readonly port: number;
  /** Measures the process while `work` runs. */
  during<T>(work: () => Promise<T>): Promise<{ result: T; usage: Usage }>;
  stop(): Promise<void>;
}

async function hears(child: ChildProcess): Promise<Report> {
  const heard = new AbortController();
  const { signal } = heard;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the bot ended by itself (${code}); its log is beside its data`);
  });
  // Whoever comes second is no longer listened for.
  ended.catch(() => undefined);
  try {
    const [report] = (await Promise.race([once(child, 'message', { signal }), ended])) as [Report];
    return report;
  } finally {
    heard.abort();
  }
}

/**
 * Starts `test/bench/<script>` with its arguments; resolves when it listens. What it writes goes to `<folder>/<script>.log`, as it would go
 * to a file or the journal of the machine in production.
 */
export async function startBot(script: string, folder: string, ...args: string[]): Promise<BotProcess> {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const log = openSync(join(folder, `${script}.log`), 'a');
  const child = fork(path, args, {
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const order = async (word: Order) => {
    child.send(word);
    return hears(child);
  };
  const first = await hears(child);
  return {
    port: 'port' in first ? first.port : 0,
    async during(work) {
      await order('begin');
      const result = await work();
      const told = await order('end');
      if (!('usage' in told)) throw new Error('the bot does not say what it used');
      return { result, usage: told.usage };
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
