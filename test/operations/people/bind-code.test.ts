import { describe, expect, test } from 'vitest';
import type { Actor } from '#src/domain/people/actor.ts';
import { hasAdmin, issueBindCode, useBindCode } from '#src/operations/people/bind-code.ts';
import type { WriteTx } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';

const now = '2026-11-23T09:00:00+08:00';
const actor: Actor = { openId: 'ou_first', id: 'ou_first', name: '访客', roles: [] };

function productionStore() {
  const store = createMemoryStore({ mode: 'production' });
  const write = <T>(run: (tx: WriteTx) => Promise<T>) =>
    store.write({ at: now, who: 'test', what: 'test' }, run);
  return { store, write };
}

describe('the console’s one-time code', () => {
  test('makes its sender administrator, once', async () => {
    const { write } = productionStore();
    const code = await write((tx) => issueBindCode(tx, now));
    expect(await write((tx) => useBindCode(tx, { code: code.toLowerCase(), actor, now }))).toBe(true);
    expect(await write((tx) => hasAdmin(tx))).toBe(true);
    await expect(write((tx) => useBindCode(tx, { code, actor, now }))).rejects.toThrow('没有可用的绑定码');
  });

  test('is gone after three wrong tries', async () => {
    const { write } = productionStore();
    const code = await write((tx) => issueBindCode(tx, now));
    for (const wrong of ['AAAA2222', 'BBBB2222', 'CCCC2222']) {
      expect(await write((tx) => useBindCode(tx, { code: wrong, actor, now }))).toBe(false);
    }
    await expect(write((tx) => useBindCode(tx, { code, actor, now }))).rejects.toThrow('已失效');
  });

  test('is gone after fifteen minutes', async () => {
    const { write } = productionStore();
    const code = await write((tx) => issueBindCode(tx, now));
    const late = '2026-11-23T09:15:01+08:00';
    await expect(write((tx) => useBindCode(tx, { code, actor, now: late }))).rejects.toThrow('已失效');
  });

  test('is not kept in clear', async () => {
    const { store, write } = productionStore();
    const code = await write((tx) => issueBindCode(tx, now));
    expect(JSON.stringify(await store.read((tx) => tx.all('settings')))).not.toContain(code);
  });
});
