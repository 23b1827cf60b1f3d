import { afterEach, describe, expect, it } from 'vitest';
import { instantOf } from '#src/shared/time.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import type { IncomingMessage } from '#src/webhook/incoming.ts';
import { purgeInbox } from '#src/webhook/purge-inbox.ts';
import { type FrontDoor, gate, markDone, openFrontDoor } from './front-door.ts';
import { messageEvent } from './platform-events.ts';

const doors: FrontDoor[] = [];
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
});

async function open(...args: Parameters<typeof openFrontDoor>): Promise<FrontDoor> {
  const door = await openFrontDoor(...args);
  doors.push(door);
  return door;
}

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
    doors.splice(0);
    const next = await open({ store });
    await next.webhook.resume();
    await next.webhook.idle();
    expect(next.messages.map(({ message }) => message)).toEqual(['om_z', 'om_a', 'om_m']);
    expect(await inboxDoc(store, 'om_z')).toMatchObject({ state: 'done' });
  });

  it('gives up a message at which the program has ended again and again', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    let starts = 0;
    const onMessage = async () => {
      starts += 1;
      await new Promise(() => {});
    };
    await (await open({ store, onMessage })).send(messageEvent({ id: 'om_1' }));
    for (let restart = 0; restart < 10; restart += 1)
      await (await open({ store, onMessage })).webhook.resume();
    const logLines = doors.splice(0).flatMap((door) => door.logLines);
    await expect.poll(() => starts).toBe(7);
    expect(await inboxDoc(store, 'om_1')).toMatchObject({ state: 'done' });
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

describe('handling', () => {
  it('keeps the order within a chat while chats go side by side', async () => {
    const done: string[] = [];
    const slow = gate();
    const door = await open({
      onMessage: async ({ message, chat }: IncomingMessage) => {
        if (chat.id === 'oc_slow') await slow.opened;
        done.push(message);
      },
    });
    for (const id of ['om_s1', 'om_s2']) await door.send(messageEvent({ id, chat: 'oc_slow' }));
    for (let n = 1; n <= 5; n += 1) await door.send(messageEvent({ id: `om_q${n}`, chat: 'oc_quick' }));
    await expect.poll(() => done).toEqual(['om_q1', 'om_q2', 'om_q3', 'om_q4', 'om_q5']);
    slow.release();
    await door.webhook.idle();
    expect(done.slice(5)).toEqual(['om_s1', 'om_s2']);
  });

  it('keeps the order also for a message that comes while the one before it is being handled', async () => {
    const done: string[] = [];
    const first = gate();
    const second = gate();
    const door = await open({
      onMessage: async ({ message }) => {
        if (message === 'om_1') await first.opened;
        if (message === 'om_2') await second.opened;
        done.push(message);
      },
    });
    await door.send(messageEvent({ id: 'om_1' }));
    await door.send(messageEvent({ id: 'om_2' }));
    first.release();
    await expect.poll(() => done).toEqual(['om_1']);
    await door.send(messageEvent({ id: 'om_3' }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toEqual(['om_1']);
    second.release();
    await door.webhook.idle();
    expect(done).toEqual(['om_1', 'om_2', 'om_3']);
  });

  it('is bounded in how much goes on at once', async () => {
    let running = 0;
    let most = 0;
    const door = await open({
      onMessage: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
      },
    });
    await Promise.all(Array.from({ length: 60 }, (_, n) => door.send(messageEvent({ chat: `oc_${n}` }))));
    await door.webhook.idle();
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(16);
  });

  it('that fails is tried again, before later messages of the chat', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    const tries: string[] = [];
    const door = await open({
      store,
      timings: { retryMs: [5, 5] },
      onMessage: async ({ message }) => {
        tries.push(message);
        if (tries.length === 1) throw new Error('once');
        await markDone(store, message);
      },
    });
    await door.send(messageEvent({ id: 'om_1' }));
    await door.send(messageEvent({ id: 'om_2' }));
    await door.webhook.idle();
    expect(tries).toEqual(['om_1', 'om_1', 'om_2']);
    expect(await inboxDoc(store, 'om_1')).toMatchObject({ state: 'done', attempts: 1 });
  });

  it('that fails three times is ended with a log line and a trace, and the chat goes on', async () => {
    const traced: string[] = [];
    const store = createMemoryStore({ mode: 'demo' });
    const door = await open({
      store,
      timings: { retryMs: [5, 5] },
      trace: (stage) => traced.push(stage),
      onMessage: async ({ message }) => {
        if (message === 'om_bad') throw new Error('固投 12.35亿');
        await markDone(store, message);
      },
    });
    await door.send(messageEvent({ id: 'om_bad' }));
    await door.send(messageEvent({ id: 'om_good' }));
    await door.webhook.idle();
    expect(await inboxDoc(store, 'om_bad')).toMatchObject({ state: 'done', body: null, attempts: 3 });
    expect(await inboxDoc(store, 'om_good')).toMatchObject({ state: 'done' });
    expect(traced).toContain('gave-up');
    const lines = door.logLines.filter((line) => line.includes('given up'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ reference: expect.any(String), id: 'message:om_bad' });
    expect(door.logLines.join('')).not.toContain('固投');
  });

  it('stops at close and leaves what waits for the next start', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    const { opened, release } = gate();
    const door = await open({
      store,
      onMessage: async ({ message }) => {
        await opened;
        await markDone(store, message);
      },
    });
    await door.send(messageEvent({ id: 'om_1' }));
    await door.send(messageEvent({ id: 'om_2' }));
    const closing = door.webhook.close();
    expect((await door.send(messageEvent({ id: 'om_3' }))).status).toBe(503);
    release();
    await closing;
    expect(await inboxDoc(store, 'om_1')).toMatchObject({ state: 'done' });
    expect(await inboxDoc(store, 'om_2')).toMatchObject({ state: 'pending' });
    const next = await open({ store });
    await next.webhook.resume();
    await next.webhook.idle();
    expect(next.messages.map(({ message }) => message)).toEqual(['om_2']);
  });
});

describe('the purge', () => {
  it('removes what was done more than 24 hours ago and nothing else', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    const now = 1_770_000_000_000;
    const hours = (count: number) => now - count * 3_600_000;
    await store.write({ at: instantOf(now), who: 'test', what: 'x' }, async (tx) => {
      for (let n = 0; n < 1_100; n += 1)
        await tx.put('inbox', {
          id: `click:${n}`,
          state: 'done',
          received_ms: hours(25),
          attempts: 0,
          body: null,
        });
      await tx.put('inbox', {
        id: 'message:om_new',
        state: 'done',
        received_ms: hours(23),
        attempts: 0,
        body: null,
      });
      await tx.put('inbox', {
        id: 'message:om_open',
        state: 'pending',
        received_ms: hours(99),
        attempts: 0,
        body: {},
      });
    });
    expect(await purgeInbox(store, { context: instantOf(now), machineMs: now })).toBe(1_100);
    const left = await store.read((tx) => tx.all('inbox'));
    expect(left.map(({ id }) => id)).toEqual(['message:om_new', 'message:om_open']);
  });
});
