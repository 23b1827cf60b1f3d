import { Command, Option } from 'commander';
import { readEnv } from '../config/read-env.ts';
import { settingsSchema } from '../config/settings.ts';
import { StrongError } from '../shared/errors.ts';
import type { StoreMode } from '../store/document-store.ts';
import { backupFolder, type Copied, restoreFolder } from '../store/json-file/backup-folder.ts';
import { lostWords, type Repair, repairFolder } from '../store/json-file/repair-folder.ts';
import { type FolderFacts, verifyFolder } from '../store/json-file/verify-folder.ts';
import { complain } from './complain.ts';

interface Options {
  readonly data: string;
  readonly withKeys?: string;
  readonly yes?: true;
  readonly mode?: StoreMode;
}

const tell = (line: string) => process.stdout.write(`${line}\n`);

const dataDir = () => settingsSchema.shape.DATA_DIR.parse(readEnv().DATA_DIR || undefined);

function tellFacts({ mode, segments, lines, head, lastAt, torn, counts }: FolderFacts): void {
  tell(
    `${mode === 'demo' ? '演示' : '正式'}数据，日志 ${segments} 段 ${lines} 条，最后一条 ${lastAt ?? '无'}`,
  );
  tell(`链头：第 ${lines} 条 ${head}（请另行记下，日后可核对日志是否被整体改写）`);
  tell(
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join('  '),
  );
  if (torn > 0) tell(`末尾有 ${torn} 字节未写完：正在写入，或上次意外中断；未曾确认，下次启动会自动清除。`);
}

function tellCopied(copied: Copied, done: string): void {
  tell(done);
  tellFacts(copied);
  tell(
    copied.keys > 0 ? `密钥 ${copied.keys} 个，请与备份分开保管。` : '不含密钥：没有密钥就看不到联系方式。',
  );
}

function tellRepair(repair: Repair): void {
  const { snapshot, bad, kept, mended, beside } = repair;
  if (snapshot !== undefined) tell(`db.json 不可用，将由日志重建。原因：${snapshot}`);
  if (bad)
    tell(`第一处损坏：第 ${bad.number} 段日志第 ${bad.offset} 字节起；其后可读的 ${kept} 条都会保留。`);
  if (mended.length > 0) tell(`第 ${mended.join('、')} 条只错了一位，已按校验和与哈希链准确还原。`);
  tell(lostWords(repair) === '' ? '没有丢失任何内容。' : `丢失：${lostWords(repair)}。`);
  tell(
    beside
      ? `已修复；原来的文件保留在 ${beside}。`
      : '以上只是检查，没有改动任何文件。确认后加 --yes 执行修复。',
  );
}

/** What opens needs no repair; damage in the archive, the audit trail, only a backup mends. */
async function tellSound(dir: string): Promise<void> {
  tell('数据可以正常打开，没有需要修复的地方，没有改动任何文件。');
  try {
    tellFacts(await verifyFolder(dir));
  } catch (error) {
    if (!(error instanceof StrongError)) throw error;
    tell(
      `但归档的审计日志有损坏：请用备份中的同名文件换回 archive/ 或 batches/ 里的文件。详情：${error.say}`,
    );
    process.exitCode = 1;
  }
}

const program = new Command('store').description('checks, repairs, backs up and restores the data folder');
const withData = (name: string, what: string) =>
  program.command(name).description(what).option('--data <folder>', 'the data folder', dataDir());
const keysOption = () =>
  new Option('--with-keys <folder>', 'the keys too, in a folder apart from the backup');

withData(
  'verify',
  'checks every file and prints the head of the journal; also while the bot is running',
).action(async ({ data }: Options) => tellFacts(await verifyFolder(data)));

withData('repair', 'makes a damaged folder openable; says what is lost, keeps the damaged files beside')
  .option('--yes', 'really do it')
  .addOption(
    new Option('--mode <mode>', 'for a db.json that no longer says it').choices(['demo', 'production']),
  )
  .action(async ({ data, yes, mode }: Options) => {
    const repair = await repairFolder(data, { go: yes === true, mode });
    const needed = repair.bad !== undefined || repair.snapshot !== undefined;
    if (!needed) return tellSound(data);
    tellRepair(repair);
    if (!yes) process.exitCode = 1;
    if (yes) tellFacts(await verifyFolder(data));
  });

withData('backup <folder>', 'copies the store into an empty folder, also while the bot is running')
  .addOption(keysOption())
  .action(async (folder: string, { data, withKeys }: Options) => {
    tellCopied(
      await backupFolder({ from: data, to: folder, keys: withKeys }),
      `已备份到 ${folder}，并已核对。`,
    );
  });

withData('restore <folder>', 'brings a backup back into an empty data folder')
  .addOption(keysOption())
  .action(async (folder: string, { data, withKeys }: Options) => {
    tellCopied(
      await restoreFolder({ from: folder, to: data, keys: withKeys }),
      `已恢复到 ${data}，并已核对。`,
    );
  });

await program.parseAsync().catch(complain);
