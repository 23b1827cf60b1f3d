import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { copyAsKilled, openStore, storeFolder } from '../support/store-folder.ts';

const run = promisify(execFile);

/** What `npm run store -- …` says, and its exit code. */
async function store(...args: string[]): Promise<{ code: number; text: string }> {
  try {
    const { stdout, stderr } = await run('node', ['--import', 'tsx', 'src/cli/store.ts', ...args]);
    return { code: 0, text: stdout + stderr };
  } catch (cause) {
    const { code, stdout, stderr } = cause as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

it('verify names the bad place, repair first only tells and with --yes makes it whole again', {
  timeout: 120_000,
}, async () => {
  const dir = await storeFolder();
  const open = await openStore(dir);
  for (const id of ['a', 'b', 'c']) await open.write(metaOf(), (tx) => tx.put('inbox', inboxDoc(id)));
  const copy = await copyAsKilled(dir);
  const segment = join(copy, 'journal.00000001.jsonl');
  const lines = (await readFile(segment, 'utf8')).split('\n');
  await writeFile(segment, [lines[0], lines[1]?.replace('ou_a', 'XXXX'), ...lines.slice(2)].join('\n'));
  const bad = await store('verify', '--data', copy);
  expect(bad).toMatchObject({
    code: 1,
    text: expect.stringContaining(`npm run store -- repair --data ${copy}`),
  });
  const asked = await store('repair', '--data', copy);
  expect(asked).toMatchObject({
    code: 1,
    text: expect.stringMatching(/缺 第 2 条（可辨认：inbox b）[\s\S]*--yes/),
  });
  expect(await store('repair', '--data', copy, '--yes')).toMatchObject({
    code: 0,
    text: expect.stringMatching(/已修复[\s\S]*3 条[\s\S]*inbox 2/),
  });
});
