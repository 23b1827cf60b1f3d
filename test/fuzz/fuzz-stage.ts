import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '#src/emulator/emulator.ts';
import { listening, stopServer } from '#src/shared/server.ts';
import { createPlatform } from '../support/crash-platform.ts';
import type { Health } from '../support/fuzz-product.ts';

const product = fileURLToPath(new URL('../support/fuzz-product.ts', import.meta.url));

/** The product in a process of its own, before the emulated platform in this one. */
export interface Stage {
  readonly platform: Emulator;
  readonly port: number;
  /** What it is like when it has nothing left to do; undefined when it no longer lives. */
  health(): Promise<Health | undefined>;
  /** Whether the process still runs. */
  isAlive(): boolean;
  /** Everything it has logged. */
  logged(): Promise<string>;
  /** Ends it; its exit code. */
  stop(): Promise<number | null>;
}

/** Answers to messages that nobody said in the emulator are taken without a look: the real platform would know those messages. */
function platformServer(platform: () => Emulator | undefined) {
  let taken = 0;
  return createServer((request, response) => {
    if (!/^\/open-apis\/im\/v1\/messages\/om_fuzz_[^/]*\/reply/.test(request.url ?? '')) {
      platform()?.app(request, response);
      return;
    }
    taken += 1;
    const data = { message_id: `om_taken_${taken}`, chat_id: 'oc_taken' };
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 0, msg: 'success', data }));
    });
  });
}

async function told<T>(child: ChildProcess, word?: string): Promise<T | undefined> {
  if (child.exitCode !== null || !child.connected) return undefined;
  const heard = once(child, 'message');
  const gone = once(child, 'exit').then(() => undefined);
  if (word) child.send(word);
  const answer = await Promise.race([heard, gone]);
  return answer?.[0] as T | undefined;
}

/** Seeds the demonstration district into a temporary folder, starts the product on it, and resolves when it listens. */
export async function openStage(): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), 'strong-fuzz-'));
  let port = 0;
  let platform: Emulator | undefined;
  const server = platformServer(() => platform);
  await listening(server, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  platform = await createPlatform(dir, () => `http://127.0.0.1:${port}/webhook/event`);
  const child = fork(product, [dir, url], { execArgv: ['--import', 'tsx', '--expose-gc'] });
  port = (await told<{ port: number }>(child))?.port ?? 0;
  if (port === 0) throw new Error('the product did not start');
  return {
    ...{ platform, port },
    health: () => told<Health>(child, 'health'),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    logged: () => readFile(join(dir, 'log'), 'utf8'),
    async stop() {
      if (child.exitCode === null && child.connected) {
        child.send('stop');
        await once(child, 'exit');
      }
      await stopServer(server);
      await rm(dir, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}
