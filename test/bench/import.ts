import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { stream } from '#src/documents/library/excel-library.ts';
import type { BenchPart, BenchRow } from './bench-row.ts';
import { atMost, figure, sentence } from './bench-rows.ts';
import { inFolder } from './store-load.ts';

const child = fileURLToPath(new URL('import-child.ts', import.meta.url));
const run = promisify(execFile);
const commitChild = fileURLToPath(new URL('import-commit-child.ts', import.meta.url));
const besideSchema = z.object({
  ...{ ms: z.number(), held: z.number(), waited: z.number(), rankings: z.number() },
});
const writtenSchema = z.object({
  ...{ values: besideSchema, rules: besideSchema, targets: z.number(), usual: z.number() },
});
const measuredSchema = z.object({ ms: z.number(), rss: z.number(), held: z.number(), values: z.number() });

const months = Array.from({ length: 10 }, (_, index) => index + 1);
const indicators = 100;

/** A progress workbook of a very large district: every unit with every indicator, ten months each. */
async function writeProgress(filename: string, units: number): Promise<void> {
  const workbook = new stream.xlsx.WorkbookWriter({ filename, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('月度进度');
  sheet.addRow(['2026年月度进度通报底表']).commit();
  sheet.addRow(['序号', '单位', '指标名称', '计量单位', ...months.map((month) => `${month}月`)]).commit();
  for (let row = 0; row < units * indicators; row += 1) {
    const values = months.map((month) => (month * ((row % 97) + 1) * 37) / 100);
    const [unit, indicator] = [row % units, Math.floor(row / units)];
    sheet.addRow([row + 1, `第${unit}单位`, `第${indicator}指标`, '亿元', ...values]).commit();
  }
  await workbook.commit();
}

/** A workbook of 50,000 rows from bytes to plan: time, the memory of the whole process, and how long the thread that answers people was held. */
export const importBench: BenchPart = async (tell, { quick }) => {
  const rows: BenchRow[] = [];
  const add = (row: BenchRow) => {
    rows.push(row);
    tell(sentence(row));
  };
  const units = quick ? 50 : 500;
  await inFolder(async (dir) => {
    const file = join(dir, 'progress.xlsx');
    await writeProgress(file, units);
    const { stdout } = await run(process.execPath, [
      '--import',
      'tsx',
      child,
      file,
      `${units}`,
      `${indicators}`,
    ]);
    const { ms, rss, held, values } = measuredSchema.parse(JSON.parse(stdout));
    if (values !== units * indicators * months.length) throw new Error(`${values} values were read`);
    const name = `a workbook of ${units * indicators} rows with ${values} values, read and planned`;
    add(atMost(name, ms / 1000, { limit: 20, unit: 's' }));
    add(atMost('the peak of memory of that process', rss / 1e6, { limit: 1000, unit: 'MB' }));
    const hold = 'the longest that it held the thread which answers people';
    add(atMost(hold, held, { limit: 100, unit: 'ms' }));
    const many = quick ? 20_000 : 50_000;
    const wrote = await run(process.execPath, [
      '--import',
      'tsx',
      commitChild,
      join(dir, 'store'),
      `${many}`,
    ]);
    const written = writtenSchema.parse(JSON.parse(wrote.stdout));
    const imports = { [`${many} values`]: written.values, [`all ${written.targets} targets`]: written.rules };
    for (const [what, { ms, held, waited, rankings }] of Object.entries(imports)) {
      if (rankings < 3) throw new Error('hardly a ranking was asked for meanwhile');
      add(figure(`${what} made ready and written in one transaction, ms`, ms));
      add(atMost('the longest that it held that thread', held, { limit: 100, unit: 'ms' }));
      add(atMost('the longest that a ranking took meanwhile', waited, { limit: 100, unit: 'ms' }));
    }
    add(figure('what it takes otherwise, ms', written.usual));
  });
  return rows;
};
