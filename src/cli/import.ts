import { Command } from 'commander';
import { readEnv } from '../config/read-env.ts';
import { settingsSchema } from '../config/settings.ts';
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
}

const dataDir = () => settingsSchema.shape.DATA_DIR.parse(readEnv().DATA_DIR || undefined);

async function run(files: readonly string[], { data, as, yes, json }: Options): Promise<void> {
  const store = await openFolder(data);
  try {
    for (const file of files) {
      const result = await importFile(store, { file, as, go: yes === true });
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
  .option('--json', 'one line of JSON a file')
  .action(run);

await program.parseAsync().catch(complain);
