import { afterEach, expect, it } from 'vitest';
import { errors } from '#src/shared/errors.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import type { IncomingClick } from '#src/webhook/events/incoming.ts';
import { doorsOfTest } from '../doors-of-test.ts';
import { gate } from '../front-door.ts';
import { clickEvent } from '../platform-events.ts';

const { open } = doorsOfTest();
let letGo = () => {};
// Runs before the doors are closed, which wait for what is under way.
afterEach(() => letGo());

const phone = '13900001234';
const event = clickEvent({ value: { action: 'problem.submit' }, form_value: { phone } });
const id = `click:${event.header.event_id}`;
const meta = { at: '2026-11-06T09:00:00+08:00', who: 'ou_a', what: 'press.test' };

const docOf = (store: DocumentStore) => store.read((tx) => tx.get('inbox', id));

/** Ends a click as the pipeline's own transaction does. */
function endOf(store: DocumentStore): Promise<void> {
  return store.write(meta, async (tx) => {
    const body = (await tx.get('inbox', id)) ? { late: true } : null;
    await tx.put('inbox', { id, state: 'done', received_ms: Date.now(), attempts: 1, body });
  });
}

/** A door before which the click takes longer than its presser may wait; the process is then as good as killed. */
async function tooLate() {
  const store = createMemoryStore({ mode: 'demo' });
  const vault = createMemoryVault();
  const { opened, release } = gate();
  letGo = release;
  const onClick = async () => {
    await opened;
    await endOf(store);
    return {};
  };
  const door = await open({ store, vault, timings: { clickMs: 30 }, onClick });
  const { text } = await door.send(event);
  expect(text).toContain('正在处理');
  return { store, vault, door, release };
}

it('a click that is told to be worked on is in the journal by then, its form sealed', async () => {
  const { store, door, release } = await tooLate();
  expect(await docOf(store)).toMatchObject({ state: 'pending', body: { kind: 'late-click' } });
  expect(JSON.stringify(await docOf(store))).not.toContain(phone);
  release();
  await door.webhook.idle();
  expect(await docOf(store)).toMatchObject({ state: 'done' });
});

it('a click that is told to be worked on is done by the next start when a kill came in between, once', async () => {
  const { store, vault } = await tooLate();
  const done: IncomingClick[] = [];
  const onClick = async (click: IncomingClick) => {
    done.push(click);
    await endOf(store);
    return {};
  };
  for (let start = 0; start < 2; start += 1) {
    const next = await open({ store, vault, onClick });
    await next.webhook.resume();
    await next.webhook.idle();
  }
  expect(done).toMatchObject([{ event: event.header.event_id, form: { phone } }]);
});

it('what was kept of a click can be read no more once it is done, also when the kill came just before', async () => {
  const { store, vault, door, release } = await tooLate();
  const body = (await docOf(store))?.body as { sealed: { key: string; data: string } };
  expect(await vault.open(body.sealed)).toContain(phone);
  release();
  await door.webhook.idle();
  expect(await vault.open(body.sealed)).toBeUndefined();
  const left = await vault.seal(body.sealed.key, phone);
  const next = await open({ store, vault });
  await next.webhook.resume();
  expect(await vault.open(left)).toBeUndefined();
});

it('a click is not told to be worked on while that cannot be written down', async () => {
  const store = createMemoryStore({ mode: 'demo' });
  const write = () => Promise.reject(errors.storeReadOnly(new Error('EIO')));
  const { opened, release } = gate();
  const answer = { toast: { type: 'error', content: '没有保存' } };
  const onClick = () => opened.then(() => answer);
  const door = await open({ store: { ...store, write }, timings: { clickMs: 10 }, onClick });
  const answered = door.send(event);
  await expect.poll(() => door.logLines.join('')).toContain('click failed');
  release();
  expect(JSON.parse((await answered).text)).toEqual(answer);
});

it('a click that was cut off twenty times is given up, so that it cannot stop every start', async () => {
  const { store, vault } = await tooLate();
  let tries = 0;
  for (let start = 0; start < 22; start += 1) {
    const next = await open({
      ...{ store, vault },
      onClick: async () => {
        tries += 1;
        throw new Error('boom');
      },
      onLateAnswer: () => Promise.reject(new Error('killed')),
    });
    await next.webhook.resume();
    await next.webhook.idle();
  }
  expect(tries).toBe(20);
  expect(await docOf(store)).toMatchObject({ state: 'done' });
});
