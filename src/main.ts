import { loadCalendar } from './config/load-calendar.ts';
import { type Config, loadConfig } from './config/load-config.ts';
import { readEnv } from './config/read-env.ts';
import { startDemonstration } from './demonstration/start-demonstration.ts';
import { StrongError } from './shared/errors.ts';
import { createLog } from './shared/log.ts';
import { startProduction } from './start-production.ts';
import { openFileVault } from './store/json-file/file-vault.ts';
import { openFolderFiles } from './store/json-file/folder-files.ts';
import { openJsonFileStore } from './store/json-file/open-json-file-store.ts';

const tell = (line: string) => process.stdout.write(`${line}\n`);

/** Years around the data's for which the work calendar is loaded. */
function calendarYears(): number[] {
  const year = new Date().getUTCFullYear();
  return [...new Set([2025, 2026, 2027, year - 1, year, year + 1])];
}

async function start(config: Config): Promise<{ stop(): Promise<void> }> {
  const log = createLog(config.logLevel);
  const dir = config.dataDir;
  const store = await openJsonFileStore({ dir, mode: config.mode, log });
  const vault = await openFileVault({ dir });
  const files = await openFolderFiles({ dir });
  const calendar = loadCalendar([dir, 'data/seed'], calendarYears());
  if (config.mode === 'production') {
    return startProduction({ config, store, vault, files, calendar, log, tell });
  }
  tell('强引擎演示：正在载入云澜区（虚构）的数据……');
  const demonstration = await startDemonstration({ config, store, vault, files, calendar, log });
  tell(`请打开 ${demonstration.url}`);
  return demonstration;
}

/** Longer than any answer or send may take; what is unfinished then is taken up at the next start. */
const stopWithinMs = 10_000;

function stopOn(signals: readonly NodeJS.Signals[], running: { stop(): Promise<void> }): void {
  let stopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), stopWithinMs).unref();
      void running.stop().then(() => process.exit(0));
    });
  }
}

try {
  stopOn(['SIGINT', 'SIGTERM'], await start(loadConfig(readEnv())));
} catch (error) {
  const said =
    error instanceof StrongError ? error.say : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${said}\n`);
  process.exit(1);
}
