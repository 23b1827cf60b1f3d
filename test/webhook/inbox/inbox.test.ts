import { describe, expect, it } from 'vitest';
import { instantOf } from '#src/shared/time.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import { maxResumes } from '#src/webhook/inbox/work-off.ts';
import { doorsOfTest } from '../doors-of-test.ts';
import { gate } from '../front-door.ts';
import { messageEvent } from '../platform-events.ts';

const { open, forget } = doorsOfTest();

function inboxDoc(store: DocumentStore, id: string) {
  return store.read((tx) => tx.get('inbox', `message:${id}`));
}

describe('the inbox', () => {
  it('holds the message before the platform is answered', async () => {
    const { opened, release } = gate();
    const door = await open({ onMessage: () => opened });
    expect((await door.send(messageEvent({ id: 'om_1' }))).status).toBe(200);
    expect(await inboxDoc(door.store, 'om_1')).toMatchObject({ state: 'pending', body: { message: 'om_1' } });
    release();
  });

  it('recognises a repeat after a restart', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    const first = await open({ store });
    await first.send(messageEvent({ id: 'om_1' }));
    await first.webhook.idle();
    const second = await open({ store });
    await second.webhook.resume();
    expect((await second.send(messageEvent({ id: 'om_1' }))).status).toBe(200);
    await second.webhook.idle();
    expect(first.messages).toHaveLength(1);
    expect(second.messages).toEqual([]);
  });

  it('resumes after a crash what was pending, oldest first', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    let clock = 1_000;
    const stuck = await open({
      store,
      onMessage: () => new Promise(() => {}),
      machineMs: () => Date.now() + clock++,
    });
    for (const id of ['om_z', 'om_a', 'om_m']) await stuck.send(messageEvent({ id }));
    forget();
    const next = await open({ store });
    await next.webhook.resume();
    await next.webhook.idle();
    expect(next.messages.map(({ message }) => message)).toEqual(['om_z', 'om_a', 'om_m']);
    expect(await inboxDoc(store, 'om_z')).toMatchObject({ state: 'done' });
  });

  it.each(['/绑定 ABCD2345', '绑定ab cd-23 45', '／bind ＡＢＣＤ２３４５ＸＹ', 'ABCD2345'])(
    'keeps “%s” sealed, since a code is as good as a key, and resumes it as it was said',
    async (text) => {
      const store = createMemoryStore({ mode: 'demo' });
      const vault = createMemoryVault();
      const stuck = await open({ store, vault, onMessage: () => new Promise(() => {}) });
      await stuck.send(messageEvent({ id: 'om_1', text }));
      expect(JSON.stringify(await inboxDoc(store, 'om_1'))).not.toContain(text);
      forget();
      const next = await open({ store, vault });
      await next.webhook.resume();
      await next.webhook.idle();
      expect(next.messages).toMatchObject([{ message: 'om_1', text }]);
    },
  );

  it('gives up a message at which the program has ended again and again', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    let starts = 0;
    const onMessage = async () => {
      starts += 1;
      await new Promise(() => {});
    };
    await (await open({ store, onMessage })).send(messageEvent({ id: 'om_1' }));
    for (let restart = 1; restart <= maxResumes + 3; restart += 1) {
      await (await open({ store, onMessage })).webhook.resume();
      // A program that ends while it handles the message has begun with it; beside the first run each resumed one, up to the most.
      await expect.poll(() => starts, { interval: 1 }).toBe(1 + Math.min(restart, maxResumes));
    }
    const logLines = forget().flatMap((door) => door.logLines);
    await expect.poll(() => inboxDoc(store, 'om_1')).toMatchObject({ state: 'done' });
    expect(logLines.filter((line) => line.includes('given up'))).toHaveLength(1);
  });

  it('ends a stored message that no longer fits, with a log line', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    await store.write({ at: instantOf(0), who: 'test', what: 'x' }, (tx) =>
      tx.put('inbox', {
        id: 'message:om_1',
        state: 'pending',
        received_ms: 1,
        attempts: 0,
        body: { old: 1 },
      }),
    );
    const door = await open({ store });
    await door.webhook.resume();
    expect(await inboxDoc(store, 'om_1')).toMatchObject({ state: 'done' });
    expect(door.logLines).toHaveLength(1);
  });

  it('answers 503 and stores nothing while the queue is full, and takes the repeat later', async () => {
    const { opened, release } = gate();
    const seen: string[] = [];
    const door = await open({
      maxQueue: 2,
      onMessage: async ({ message }) => {
        await opened;
        seen.push(message);
      },
    });
    await door.send(messageEvent({ id: 'om_1' }));
    await door.send(messageEvent({ id: 'om_2', chat: 'oc_2' }));
    expect((await door.send(messageEvent({ id: 'om_3', chat: 'oc_3' }))).status).toBe(503);
    expect(await door.inboxSize()).toBe(2);
    release();
    await door.webhook.idle();
    expect((await door.send(messageEvent({ id: 'om_3', chat: 'oc_3' }))).status).toBe(200);
    await door.webhook.idle();
    expect(seen).toEqual(['om_1', 'om_2', 'om_3']);
  });

  it('never has more than the bound accepted, however many come at once', async () => {
    const { opened, release } = gate();
    const door = await open({ maxQueue: 5, onMessage: () => opened });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => door.send(messageEvent({ chat: `oc_${n}` }))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(35);
    expect(await door.inboxSize()).toBe(5);
    release();
  });

  it('counts messages that are still being stored', async () => {
    const memory = createMemoryStore({ mode: 'demo' });
    const { opened, release } = gate();
    let waiting = 0;
    const write: DocumentStore['write'] = async (meta, run) => {
      waiting += 1;
      await opened;
      return memory.write(meta, run);
    };
    const door = await open({ store: { ...memory, write }, maxQueue: 1 });
    const first = door.send(messageEvent());
    await expect.poll(() => waiting).toBe(1);
    expect((await door.send(messageEvent())).status).toBe(503);
    release();
    expect((await first).status).toBe(200);
  });

  it('answers 503 when the store does not take the message', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    const broken: DocumentStore = { ...store, write: () => Promise.reject(new Error('disk full of 张三')) };
    const door = await open({ store: broken });
    expect((await door.send(messageEvent())).status).toBe(503);
    expect(door.messages).toEqual([]);
    expect(door.logLines).toHaveLength(1);
    expect(door.logLines[0]).not.toContain('张三');
  });
});
