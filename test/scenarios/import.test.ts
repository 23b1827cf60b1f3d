import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CollectionName } from '#src/store/collections.ts';
import { startTestDemonstration } from '../support/demonstration.ts';
import { openWorkbook } from '../support/sent-workbooks.ts';

// Reading itself runs in workers in `import-workers.test.ts`: here it would take a second each time to start one.
vi.mock('#src/documents/plan-workbook.ts', async () => ({
  planWorkbook: (await import('../support/in-this-thread.ts')).planHere,
}));
vi.mock('#src/documents/annotated-copy.ts', async () => ({
  annotatedCopy: (await import('../support/in-this-thread.ts')).annotateHere,
}));

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
const office = 'ou_demo_C085';
const admin = 'ou_demo_C056';
const cadre = 'ou_demo_C154';
const workbook = (name: string) => readFileSync(`test/fixtures/excel/${name}.xlsx`);
const at = '2026-11-06T09:00:00+08:00';

const emptied: readonly CollectionName[] = [
  'reports',
  'assignments',
  'benchmarks',
  'adjustments',
  'indicators',
  'task_forces',
  'tracks',
  'units',
  'rule_versions',
];

beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

/** The district as it is before anything is imported: an administrator and an officer are bound. */
async function emptyDistrict(): Promise<void> {
  await demo.store.write({ at, who: 'system', what: 'test' }, async (tx) => {
    for (const name of emptied) {
      for (const doc of await tx.all(name)) {
        const { id, code, indicator, period } = Object(doc);
        await tx.delete(name, id ?? code ?? `${indicator}|${period}`);
      }
    }
    const kept = ['C085', 'C056', 'C154'];
    for (const { id } of await tx.all('cadres')) if (!kept.includes(id)) await tx.delete('cadres', id);
  });
}

const count = (name: CollectionName) => demo.store.read(async (tx) => (await tx.all(name)).length);

async function imports(who: string, name: string): Promise<void> {
  const chat = demo.chat.as(who);
  console.time(name);
  await chat.sendsFile(`${name}.xlsx`, workbook(name)).sees(`导入预览：${name}`).sees(`批注_${name}.xlsx`);
  console.timeLog(name);
  await chat.presses(/确认导入/).sees('已导入');
  console.timeEnd(name);
  // The same again is nothing new.
  await chat.sendsFile(`${name}.xlsx`, workbook(name)).sees(`没有要导入的：${name}`);
}

test('an empty district takes in the four workbooks one after another, and can be ranked', async () => {
  await emptyDistrict();
  expect(await count('units')).toBe(0);
  await imports(admin, '单位与干部');
  await imports(office, '指标与赛道');
  await imports(office, '目标任务分解');
  await imports(office, '月度进度');
  console.log(await count('units'), await count('cadres'), await count('assignments'), await count('reports'), await count('rule_versions'));
  await demo.chat.as(office).says('/排名 园区 10月').sees('区经开区');
  void openWorkbook; void cadre;
}, 60_000);
