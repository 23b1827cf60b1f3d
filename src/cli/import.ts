import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { loadCalendar } from '../config/load-calendar.ts';
import { readEnv } from '../config/read-env.ts';
import { settingsSchema } from '../config/settings.ts';
import { isPeriod, type Period } from '../domain/calendar/period.ts';
import { systemClock } from '../shared/clock.ts';
import { complain } from './complain.ts';
import { importFile } from './import/import-file.ts';
import { openFolder } from './import/open-folder.ts';
import { tellImport } from './import/tell-import.ts';

// Shows what workbooks would bring in, and with --yes writes it: the manual way of what the chat does. The bot must be stopped, since one
// process owns the folder.

interface Options {
  readonly data: string;
  readonly as?: string;
  readonly yes?: true;
  readonly json?: true;
  readonly reason?: string;
  readonly since?: readonly Period[];
}

const seedFolder = fileURLToPath(new URL('../../data/seed', import.meta.url));
const dataDir = () => settingsSchema.shape.DATA_DIR.parse(readEnv().DATA_DIR || undefined);

function periodsSaid(text: string, before: readonly Period[] = []): readonly Period[] {
  if (!isPeriod(text)) throw new InvalidArgumentError('请写一个时期，如 2026-11。');
  return [...before, text];
}

function reasonSaid(text: string): string {
  const reason = text.trim();
  if (reason === '' || [...reason].length > 200) throw new InvalidArgumentError('请写明原因，最多200字。');
  return reason;
}

/** The work calendar of the years whose values may come in. */
function calendarOf(data: string) {
  const year = Number(systemClock.now().slice(0, 4));
  return loadCalendar(
    [data, seedFolder],
    [-2, -1, 0, 1].map((years) => year + years),
  );
}

async function run(files: readonly string[], { data, as, yes, json, ...said }: Options): Promise<void> {
  const store = await openFolder(data);
  const calendar = calendarOf(data);
  try {
    for (const file of files) {
      const result = await importFile(store, { ...said, file, as, go: yes === true, calendar });
      process.stdout.write(
        json ? `${JSON.stringify({ file, ...result })}\n` : `${tellImport(file, result)}\n`,
      );
      if (!result.written && result.changes > 0) process.exitCode = 1;
    }
  } finally {
    await store.close();
  }
}

const program = new Command('import')
  .description('shows what workbooks would bring in, one after another; with --yes writes it')
  .argument('<file...>', 'workbooks (.xlsx), in the order in which they stand on one another')
  .option('--data <folder>', 'the data folder', dataDir())
  .option(
    '--as <cadre>',
    'a cadre’s number in the roster, with whose rights it is done and who signs; else the console’s',
  )
  .option('--yes', 'really write')
  .option(
    '--reason <text>',
    'why values are late, and why rules change: needed with --yes where any is',
    reasonSaid,
  )
  .option(
    '--since <period>',
    'from when changed rules hold, once a year; else as the preview says',
    periodsSaid,
  )
  .option('--json', 'one line of JSON a file')
  .action(run);

await program.parseAsync().catch(complain);
