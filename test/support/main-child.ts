import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { listening, stopServer } from '#src/shared/server.ts';
import { testKeys } from './crash-keys.ts';

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await listening(server, { host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  await stopServer(server);
  return port;
}

/** The program as an operator starts it. */
export interface MainChild {
  /** SIGTERM; resolves with the exit code. */
  terminate(): Promise<number | null>;
  /** Everything it wrote. */
  wrote(): string;
}

interface MainSettings {
  readonly dir: string;
  /** The platform's address. */
  readonly platform: string;
  readonly port: number;
  readonly operationPort: number;
}

/** Starts `src/main.ts` in production before a local platform; resolves when `/readyz` is green. */
export async function startMain(settings: MainSettings): Promise<MainChild> {
  const { dir, platform, port, operationPort } = settings;
  const env = {
    ...process.env,
    FEISHU_APP_ID: testKeys.appId,
    FEISHU_APP_SECRET: testKeys.appSecret,
    FEISHU_ENCRYPT_KEY: testKeys.encryptKey,
    FEISHU_VERIFICATION_TOKEN: testKeys.verificationToken,
    FEISHU_BASE_URL: platform,
    HOST: '127.0.0.1',
    PORT: String(port),
    OPERATION_PORT: String(operationPort),
    DATA_DIR: dir,
    SEED: 'none',
    LOG_LEVEL: 'info',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  let wrote = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      wrote += text;
    });
  }
  const ready = () => fetch(`http://127.0.0.1:${operationPort}/readyz`).catch(() => undefined);
  while ((await ready())?.status !== 200) {
    if (child.exitCode !== null) throw new Error(`ended at its start: ${wrote}`);
    await pause(50);
  }
  return {
    async terminate() {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
    wrote: () => wrote,
  };
}
