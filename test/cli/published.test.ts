import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { freezeTable } from '#src/domain/assessment/published/freeze-table.ts';
import { contentOf } from '#src/domain/assessment/published/verify-table.ts';
import type { PublishedTable } from '#src/domain/assessment/records/published-table.ts';
import { buildBook } from '#src/domain/assessment/scoring/book.ts';
import { bookInputOf } from '#src/seed/book-input.ts';
import { canonicalJson, contentHash } from '#src/shared/canonical-json.ts';
import { silentLog } from '#src/shared/log.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';

const run = promisify(execFile);
const now = '2026-11-22T09:00:00+08:00';

function published(): PublishedTable {
  const book = buildBook(bookInputOf('data/demo', loadCalendar(['data/seed'], [2025, 2026, 2027])));
  const content = contentOf(freezeTable(book, { scope: 'track', of: 'T4', period: '2026-10', now }));
  const head = {
    id: '2026-10.T4.1',
    name: '园区国企赛道',
    edition: 1,
    published_by: 'C085',
    published_at: now,
  };
  return { ...content, ...head, hash: contentHash(content) };
}

async function score(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const words = ['--import', 'tsx', 'src/cli/score.ts', '--published', '2026-10.T4.1', ...args];
  try {
    return { code: 0, ...(await run('node', words, { maxBuffer: 64 * 1024 * 1024 })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('score --published', () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'published-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('recomputes a published table from the data folder or an exported file, and exits with 1 and why where it cannot', async () => {
    const table = published();
    const folder = join(dir, 'store');
    const store = await openJsonFileStore({ dir: folder, mode: 'demo', log: silentLog });
    await store.write({ at: now, who: 'C085', what: 'test' }, (tx) => tx.put('published_tables', table));
    const [good, bad] = [join(dir, 'good.json'), join(dir, 'bad.json')];
    await writeFile(good, canonicalJson(table));
    await writeFile(
      bad,
      canonicalJson({ ...table, rows: table.rows.map((row) => ({ ...row, score: '100.00' })) }),
    );
    // The folder is read while its bot is running.
    const [fromStore, fromFile, forged] = await Promise.all([
      score('--data', folder, '--json'),
      score('--data', good),
      score('--data', bad, '--json'),
    ]);
    await store.close();
    const said = JSON.parse(fromStore.stdout);
    expect(fromStore.code).toBe(0);
    expect(said).toMatchObject({ id: '2026-10.T4.1', same: true, hash: table.hash, faults: [] });
    expect(said.rows).toEqual(table.rows);
    expect(fromFile.stdout).toContain(`重算一致，哈希 ${table.hash}`);
    expect(forged.code).toBe(1);
    expect(forged.stderr).toContain('公布表 2026-10.T4.1 不能原样重算');
    expect(forged.stderr).toContain('100.00 分');
    expect(JSON.parse(forged.stdout)).toMatchObject({ same: false, published_hash: table.hash });
  });
});
