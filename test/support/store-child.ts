import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { OnEnd } from './crash-end.ts';
import { packChild } from './crash-spawn.ts';

const source = fileURLToPath(new URL('store-crash-child.ts', import.meta.url));

/** A process that has loaded everything and opens its store when told to. */
export interface StoreChild {
  /** Resolves with the process id when the store is open. */
  open(): Promise<number>;
  /** Resolves when it has called so many transactions acknowledged. */
  acknowledges(count: number): Promise<void>;
  /** SIGSTOP: it does nothing more, and what it wrote stays where it is. */
  freeze(): void;
  /** SIGKILL, and which transactions it had called acknowledged by then. */
  kill(): Promise<string[]>;
}

/** How the process works. */
interface StoreChildWork {
  /** The packed process (`packStoreChild`); without it the source is compiled at each start. */
  readonly script?: string | undefined;
  readonly writers: number;
  readonly round: number;
  readonly onEnd: OnEnd;
}

/** Packs the process into a folder for a test that starts many. */
export function packStoreChild(folder: string): Promise<string> {
  return packChild(folder, source);
}

/** Starts a process for the store of a folder, with so many writers; resolves when it is warm. */
export async function startStoreChild(
  dir: string,
  { writers, round, onEnd, script }: StoreChildWork,
): Promise<StoreChild> {
  const program = script === undefined ? ['--import', 'tsx', source] : [script];
  const args = [...program, dir, String(writers), String(round)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  onEnd(() => void child.kill('SIGKILL'));
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
    freeze: () => void child.kill('SIGSTOP'),
    async kill() {
      child.kill('SIGKILL');
      await closed;
      // A line without its end was not said.
      return said.split('\n').slice(2, -1);
    },
  };
}
