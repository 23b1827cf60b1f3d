import { describe, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import type { IncomingMessage } from '#src/webhook/events/incoming.ts';
import { doorsOfTest } from '../doors-of-test.ts';
import { gate, markDone } from '../front-door.ts';
import { messageEvent } from '../platform-events.ts';

const { open } = doorsOfTest();

function inboxDoc(store: DocumentStore, id: string) {
  return store.read((tx) => tx.get('inbox', `message:${id}`));
}

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
