import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const script = fileURLToPath(new URL('store-crash-child.ts', import.meta.url));

/** A process that has loaded everything and opens its store when told to. */
export interface StoreChild {
  /** Resolves with the process id when the store is open. */
  open(): Promise<number>;
  /** Resolves when it has called so many transactions acknowledged. */
  acknowledges(count: number): Promise<void>;
  /** SIGKILL, and which transactions it had called acknowledged by then. */
  kill(): Promise<string[]>;
}

/** Starts a process for the store of a folder, with so many writers; resolves when it is warm. */
export async function spawnStoreChild(dir: string, writers = 0, round = 0): Promise<StoreChild> {
  const args = ['--import', 'tsx', script, dir, String(writers), String(round)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const hears = async (lines: number) => {
    while (said.split('\n').length <= lines) {
      const ended = await Promise.race([
        once(child.stdout, 'data').then(() => false),
        closed.then(() => true),
      ]);
      if (ended) throw new Error(`the child ended before it had said ${lines} lines`);
    }
  };
  await hears(1);
  return {
    async open() {
      child.stdin.write('open\n');
      await hears(2);
      return child.pid ?? 0;
    },
    acknowledges: (count) => hears(2 + count),
    async kill() {
      child.kill('SIGKILL');
      await closed;
      // A line without its end was not said.
      return said.split('\n').slice(2, -1);
    },
  };
}
