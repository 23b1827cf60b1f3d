import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OnEnd } from './crash-end.ts';

const product = fileURLToPath(new URL('crash-child.ts', import.meta.url));

interface Bundler {
  build(options: Record<string, unknown>): Promise<unknown>;
}

/** Packs a process, the product unless told otherwise, into one file with tsx's own compiler: it then loads in a third of the time, 20 times over. */
export async function packChild(folder: string, source = product): Promise<string> {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const bundler = createRequire(tsx)('esbuild') as Bundler;
  const outfile = join(folder, 'child.cjs');
  const shape = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' };
  await bundler.build({ ...shape, entryPoints: [source], outfile });
  return outfile;
}

/** How far a process has come: reading its files, taking up what was pending, serving. */
export type Phase = 'replay' | 'start-up' | 'serving';

/** Which product to start. */
export interface ProductPlace {
  /** The packed child, its folder and the platform's address. */
  readonly script: string;
  readonly dir: string;
  readonly url: string;
  readonly onEnd: OnEnd;
}

/** A process with the whole product in it. */
export interface ProductChild {
  /** Opens the store and starts; `listens` is called with the webhook's port. */
  open(listens: (port: number) => void): void;
  /** Resolves when it has read its files. */
  replayed(): Promise<void>;
  /** Resolves when it is fully started; rejects when it ends before. */
  up(): Promise<void>;
  phase(): Phase;
  /** SIGKILL, at once; resolves when the process is gone, rejects when it had ended by itself. */
  kill(): Promise<void>;
  /** Lets it end by itself; the exit code. */
  stop(): Promise<number | null>;
  /** What it wrote into its log. */
  logged(): string;
}

/** Starts a process for the store of a folder and the platform at an address; resolves when it is warm. */
export async function spawnProduct({ script, dir, url, onEnd }: ProductPlace): Promise<ProductChild> {
  const child = spawn(process.execPath, [script, dir, url], { stdio: ['pipe', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  onEnd(() => void child.kill('SIGKILL'));
  let said = '';
  let log = '';
  let listens = (_port: number) => {};
  child.stdin.on('error', () => undefined);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const before = said;
    said += text;
    const port = /listening (\d+)\n/;
    const found = port.exec(said);
    if (found && !port.test(before)) listens(Number(found[1]));
  });
  const hears = async (word: string) => {
    while (!said.includes(`${word}\n`)) {
      const ended = await Promise.race([
        once(child.stdout, 'data').then(() => false),
        closed.then(() => true),
      ]);
      if (ended) throw new Error(`the child ended before it had said “${word}”: ${log}`);
    }
  };
  await hears('warm');
  return {
    open(told) {
      listens = told;
      child.stdin.write('open\n');
    },
    replayed: () => hears('replayed'),
    up: () => hears('up'),
    phase() {
      if (said.includes('up\n')) return 'serving';
      return said.includes('replayed\n') ? 'start-up' : 'replay';
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
      if (child.signalCode !== 'SIGKILL') throw new Error(`the child ended by itself: ${log}`);
    },
    async stop() {
      child.stdin.write('stop\n');
      await closed;
      return child.exitCode;
    },
    logged: () => log,
  };
}
