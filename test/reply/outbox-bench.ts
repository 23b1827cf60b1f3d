import { vi } from 'vitest';
import { sayButton } from '#cards/kit/button.ts';
import type { Card } from '#cards/kit/card.ts';
import { card } from '#cards/kit/card.ts';
import { markdown } from '#cards/kit/content.ts';
import { md } from '#cards/kit/markup.ts';
import { retryParked } from '#src/operations/parked/decide-parked.ts';
import { createOutbox, type Outbox, type OutboxDeps } from '#src/reply/outbox.ts';
import { type QueueInput, queueReply } from '#src/reply/queue-reply.ts';
import type { Reply } from '#src/reply/reply.ts';
import { silentLog } from '#src/shared/log.ts';
import { epochMs, instantOf } from '#src/shared/time.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { createMemoryFiles } from '#src/store/memory/memory-files.ts';
import type { Vault } from '#src/store/vault.ts';
import { createFakeFeishu } from '../support/reply-fake-feishu.ts';

/** A small card with one button per word. */
export function cardOf(title: string, ...says: string[]): Card {
  const buttons = says.map((say) => sayButton({ text: say, say }));
  return card({ frame: { demo: false }, title, elements: [markdown(md`${title}的正文`), ...buttons] });
}

/** The payload of such a button. */
export const payloadOf = (say: string) => ({ say });

/** A vault whose secrets cannot be read by looking at them. */
function createFakeVault(): Vault & { readonly opened: string[] } {
  const destroyed = new Set<string>();
  const opened: string[] = [];
  return {
    opened,
    seal: async (key, text) => ({ key, data: Buffer.from(text).toString('base64') }),
    async open({ key, data }) {
      if (destroyed.has(key)) return undefined;
      opened.push(key);
      return Buffer.from(data, 'base64').toString();
    },
    async destroy(key) {
      destroyed.add(key);
    },
  };
}

/** Where a message was asked: `om_in_<chat>`, in a group. */
export function askedIn(chat: string): NonNullable<QueueInput['asked']> {
  return { message: `om_in_${chat}`, chat, private: false, person: 'ou_asker' };
}

/** The outbox with everything around it in memory and all clocks in the test's hand. */
export function createBench() {
  const store = createMemoryStore({ mode: 'demo' });
  const feishu = createFakeFeishu();
  const vault = createFakeVault();
  let offset = epochMs('2026-11-06T09:00:00+08:00') - Date.now();
  const clock = () => instantOf(Date.now() + offset);
  const open = (part: Partial<OutboxDeps> = {}): Outbox =>
    createOutbox({
      store,
      feishu,
      vault,
      files: createMemoryFiles(),
      clock,
      machineMs: () => Date.now(),
      log: silentLog,
      random: () => 0,
      ...part,
    });
  return {
    store,
    feishu,
    vault,
    clock,
    open,
    /** Moves `context.now` without the machine's clock. */
    moveClock(ms: number) {
      offset += ms;
    },
    queue(reply: Reply, part: Partial<QueueInput> = {}) {
      const at = clock();
      const input = { reply, at, vault, quiet: () => null, ...part };
      return store.write({ at, who: 'ou_asker', what: 'test' }, (tx) => queueReply(tx, input));
    },
    /** Says texts to a chat, one transaction each. */
    async say(chat: string, ...texts: string[]) {
      for (const text of texts) await this.queue({ here: [{ text }] }, { asked: askedIn(chat) });
    },
    /** What the administrator's press does. */
    retry(id: string) {
      const at = clock();
      const by = { openId: 'ou_admin', id: 'C001', name: '管理员', roles: ['admin' as const] };
      return store.write({ at, who: 'ou_admin', what: 'test' }, (tx) =>
        retryParked(tx, { id, by, now: at, why: '重试' }),
      );
    },
    /** In the order of queueing. */
    async docs() {
      const docs = await store.read((tx) => tx.all('outbox'));
      return docs.sort((a, b) => a.seq - b.seq);
    },
  };
}

/** Lets the clocks run. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Lets long stretches pass in steps of half a minute, since every second would take real seconds. */
export async function leap(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 30_000) {
    vi.setSystemTime(Date.now() + 28_000);
    await pass(2000);
  }
}

/** A store whose writes of the outbox fail when told to. */
export function failingStore(store: DocumentStore, fails: (what: string) => boolean): DocumentStore {
  return {
    ...store,
    write: async (meta, run) => {
      if (fails(meta.what)) throw new Error('disk full');
      return store.write(meta, run);
    },
  };
}

/** The texts that people saw, in order. */
export function textsOf(calls: readonly { readonly content: string }[]): string[] {
  return calls.map(({ content }) => {
    const said = JSON.parse(content);
    return said.text ?? said.header.title.content;
  });
}
