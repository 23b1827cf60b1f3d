import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { startDemonstration } from '#src/demonstration/start-demonstration.ts';
import { createLog } from '#src/shared/log.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openFolderFiles } from '#src/store/json-file/folder-files.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { testKeys } from './demonstration.ts';
import { EmulatorChat } from './emulator-chat.ts';

/** Everything that a run wrote somewhere, by where. */
export interface Overheard {
  /** The product's log at its most talkative, and whatever else went to standard output and error. */
  readonly log: string;
  /** Journal and snapshot as they lie on the disk. */
  readonly files: string;
}

function filesIn(dir: string): string {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true });
  const kept = names.filter((entry) => entry.isFile() && !entry.parentPath.includes('keys'));
  return kept.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

/** Notes what is written to standard output and error until the result is called. */
function listenToStreams(): () => string {
  const streams = [process.stdout, process.stderr];
  let heard = '';
  const writes = streams.map((stream) => stream.write);
  for (const [index, stream] of streams.entries()) {
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
      heard += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return Reflect.apply(writes[index] ?? stream.write, stream, [chunk, ...rest]);
    };
  }
  return () => {
    for (const [index, stream] of streams.entries()) stream.write = writes[index] ?? stream.write;
    return heard;
  };
}

/** The demonstration on real files with its log at `trace`, and everything it writes overheard. */
export async function startOverheard() {
  const dir = await mkdtemp(join(tmpdir(), 'strong-overheard-'));
  const quiet = listenToStreams();
  let lines = '';
  const log = createLog('trace', {
    write(line: string) {
      lines += line;
    },
  });
  const store = await openJsonFileStore({ dir, mode: 'demo', log });
  const demonstration = await startDemonstration({
    config: { credentials: testKeys, port: 0, seed: 'demo' },
    store,
    vault: await openFileVault({ dir }),
    files: await openFolderFiles({ dir }),
    calendar: loadCalendar(['data/seed'], [2025, 2026, 2027]),
    log,
    limits: { perChatPerSecond: 1000, perAppPerSecond: 10_000, perMessagePerSecond: 1000 },
    pace: { perChatPerSecond: 500, perAppPerSecond: 5000, perMessagePerSecond: 500 },
  });
  return {
    ...demonstration,
    ...{ store, log, chat: new EmulatorChat(demonstration.emulator) },
    /** Ends it and hands out what it wrote. */
    async end(): Promise<Overheard> {
      await demonstration.stop();
      const heard = { log: lines + quiet(), files: filesIn(dir) };
      await rm(dir, { recursive: true, force: true });
      return heard;
    },
  };
}
