import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { listening, stopServer } from '#src/shared/server.ts';
import { storeFolder } from '../support/store-folder.ts';

test('a start on a port that is taken ends with one sentence for the operator and exit code 1', {
  timeout: 60_000,
}, async () => {
  const other = createServer();
  await listening(other, { host: '127.0.0.1', port: 0 });
  const { port } = other.address() as AddressInfo;
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: await storeFolder(),
    SEED: 'none',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env, stdio: 'pipe' });
  let complained = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const [code] = await once(child, 'close');
  await stopServer(other);
  expect(code).toBe(1);
  expect(complained).toBe(
    `端口 ${port} 已被其他程序占用，没有启动。请先停掉占用它的程序，或换一个端口再启动，如：PORT=${port + 1} npm start\n`,
  );
});
