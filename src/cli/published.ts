import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { readEnv } from '../config/read-env.ts';
import { settingsSchema } from '../config/settings.ts';
import { type TableVerdict, verifyTable } from '../domain/assessment/published/verify-table.ts';
import { type PublishedTable, publishedTableSchema } from '../domain/assessment/records/published-table.ts';
import { readCollection } from '../store/json-file/read-collection.ts';

interface Options {
  readonly published: string;
  readonly data: string;
  readonly json?: true;
}

const tell = (line: string) => process.stdout.write(`${line}\n`);

function archiveOf(file: string): PublishedTable {
  try {
    return publishedTableSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new RangeError(`${file} 不是机器人导出的存档文件`, { cause });
  }
}

/** From a store's folder, also beside the running bot, or from a file that the bot has sent (导出存档). */
async function tableOf({ data, published }: Options): Promise<PublishedTable> {
  const place = statSync(data, { throwIfNoEntry: false });
  if (!place) throw new RangeError(`没有 ${data}：请用 --data 指明数据文件夹或导出的存档文件`);
  if (place.isDirectory() && !existsSync(join(data, 'db.json')))
    throw new RangeError(`${data} 里没有机器人的数据（db.json），找不到公布表 ${published}`);
  const docs = existsSync(join(data, 'db.json'))
    ? await readCollection(data, 'published_tables')
    : [archiveOf(data)];
  const tables = docs.map((doc) => publishedTableSchema.parse(doc));
  const found = tables.find(({ id }) => id === published);
  if (found) return found;
  const known = tables.map(({ id }) => id).sort();
  throw new RangeError(
    `没有公布表 ${published}；${known.length === 0 ? '还没有公布过' : `有：${known.join('、')}`}`,
  );
}

function tellTable({ id, name, edition, hash }: PublishedTable, { table, faults }: TableVerdict): void {
  tell(`${id}  ${name}  第 ${edition} 版  截至 ${table.now}  规则版本 ${table.rule_version}`);
  for (const { place, score, reported, due, unit, name: unitName } of table.rows)
    tell(
      `${String(place ?? '—').padStart(3)}  ${(score ?? '—').padStart(7)}  ${reported}/${due}  ${unit} ${unitName}`,
    );
  tell(faults.length === 0 ? `重算一致，哈希 ${hash}` : `重算不一致：${faults.join('\n')}`);
}

async function run(options: Options): Promise<void> {
  const published = await tableOf(options);
  const verdict = verifyTable(published);
  const { table, hash, faults } = verdict;
  const { id, name, edition } = published;
  const isSame = faults.length === 0;
  if (options.json) {
    const head = { id, name, edition, same: isSame, published_hash: published.hash, hash, faults };
    tell(
      JSON.stringify({
        ...head,
        period: table.period,
        rule_version: table.rule_version,
        now: table.now,
        rows: table.rows,
      }),
    );
  } else tellTable(published, verdict);
  if (isSame) return;
  process.stderr.write(`公布表 ${id} 不能原样重算：\n${faults.join('\n')}\n`);
  process.exitCode = 1;
}

/** `npm run score -- --published ID`: makes a published table anew from its own inputs; exits with 1 and says why where anything differs. */
export const publishedCommand = new Command('score')
  .description('recomputes a published table from its frozen inputs and compares every figure and its hash')
  .requiredOption('--published <id>', 'e.g. 2026-10.T1.1')
  .option(
    '--data <place>',
    'the data folder, also while the bot is running, or a file that the bot has exported',
    settingsSchema.shape.DATA_DIR.parse(readEnv().DATA_DIR || undefined),
  )
  .option('--json', 'print exact figures as JSON')
  .action(run);
