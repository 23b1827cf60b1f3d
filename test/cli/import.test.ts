import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { importFile } from '#src/cli/import/import-file.ts';
import { openFolder } from '#src/cli/import/open-folder.ts';
import { tellImport } from '#src/cli/import/tell-import.ts';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import { silentLog } from '#src/shared/log.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';

// The program itself reads in its worker; what is asked here goes without.
vi.mock(
  '#src/documents/reading/plan-workbook.ts',
  async () => (await import('../support/in-this-thread.ts')).workbooksHere,
);

const run = promisify(execFile);
const dir = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const cli = async (...args: string[]) => {
  const program = ['--import', 'tsx', 'src/cli/import.ts', ...args];
  const done = await run(process.execPath, program).catch((error) => error);
  return { code: done.code ?? 0, out: String(done.stdout), err: String(done.stderr) };
};
const calendar = workCalendar([]);
const roster = 'test/fixtures/excel/单位与干部.xlsx';

test('the console shows what a workbook would bring in, writes it only with --yes, and leaves a bot that runs alone', async () => {
  await expect(openFolder(dir)).rejects.toThrow('里没有数据');
  const store = await openJsonFileStore({ dir, mode: 'production', log: silentLog });
  const locked = await cli(roster, '--data', dir);
  expect([locked.code, locked.err]).toEqual([1, expect.stringContaining('正由进程')]);
  const preview = await importFile(store, { file: roster, go: false, calendar });
  const told = tellImport(roster, preview);
  expect(told).toContain('单位：新增 48，修改 0，移除 0，不变 0');
  expect(told).toContain('错误 单位名册 F36：');
  expect(told).toContain('没有写入任何内容');
  expect(await store.read(async (tx) => (await tx.all('units')).length)).toBe(0);
  const tracks = { file: roster, go: true, calendar };
  await expect(importFile(store, tracks)).rejects.toThrow('规则有变动，请用 --reason 写明原因');
  const early = importFile(store, { ...tracks, reason: '考核方案', since: ['2019-11'] });
  await expect(early).rejects.toThrow('--since 请写这一年的时期');
  expect(told).toContain('年规则有 4 处变动');
  await store.close();

  const said = ['--reason', '考核方案', '--since', `${preview.rules[0]?.year}-02`];
  const written = await cli(roster, '--data', dir, '--yes', '--json', ...said);
  expect(JSON.parse(written.out)).toMatchObject({ written: true, errors: 5, changes: expect.any(Number) });
  const reopened = await openFolder(dir);
  const [version] = await reopened.read((tx) => tx.all('rule_versions'));
  expect(version).toMatchObject({ why: '考核方案（导入“单位与干部.xlsx”）', from: said[3] });
  const again = await importFile(reopened, { file: roster, go: true, calendar });
  expect(again).toMatchObject({ changes: 0, written: false });
  const stranger = importFile(reopened, { file: roster, as: 'C001', go: true, calendar });
  await expect(stranger).rejects.toThrow('不能导入单位、干部和专班名册');
  await reopened.close();
}, 60_000);
