import { beforeEach, expect, test } from 'vitest';
import { bindPerson } from '#src/operations/people/bind-person.ts';
import { acceptInvitation, inviteEnterprise } from '#src/operations/people/invite-enterprise.ts';
import { loadActor } from '#src/operations/people/load-actor.ts';
import { queueReply } from '#src/reply/queue-reply.ts';
import type { WriteTx } from '#src/store/document-store.ts';
import { demoStore, demoStart as now } from '../../support/demo-store.ts';

let demo: Awaited<ReturnType<typeof demoStore>>;
beforeEach(async () => {
  demo = await demoStore();
});

const by = { openId: 'ou_demo_C056', id: 'C056', name: '叶毅', roles: ['admin' as const] };
const write = <T>(run: (tx: WriteTx) => Promise<T>) =>
  demo.store.write({ at: now, who: 'test', what: 'test' }, run);

/** A notice for each, held back overnight. */
const notify = (...people: string[]) =>
  write((tx) =>
    queueReply(tx, {
      reply: { notices: people.map((person) => ({ to: { person }, message: { text: '企业诉求进展' } })) },
      ...{ at: now, vault: demo.vault, quiet: () => '2026-11-09T08:00:00+08:00' },
    }),
  );

const states = async () => {
  const docs = await demo.store.read((tx) => tx.all('outbox'));
  return Object.fromEntries(
    docs.map(({ reader, state, content }) => [reader, content === null ? state : `${state}, readable`]),
  );
};

test('an account that is bound to another entry does not get what waited for who it was, nor does the entry’s former account', async () => {
  await notify('ou_demo_C160', 'ou_demo_C161', 'ou_demo_C162');
  await write((tx) => bindPerson(tx, { openId: 'ou_demo_C160', cadre: 'C161', by, now }));
  expect(await states()).toEqual({
    ou_demo_C160: 'dropped',
    ou_demo_C161: 'dropped',
    ou_demo_C162: 'queued, readable',
  });
});

test('an account that is bound to its own entry again keeps what waits for it', async () => {
  await notify('ou_demo_C160');
  await write((tx) => bindPerson(tx, { openId: 'ou_demo_C160', cadre: 'C160', by, now }));
  expect(await states()).toEqual({ ou_demo_C160: 'queued, readable' });
});

test('a company’s person who is invited by another company does not get what waited for the first', async () => {
  await notify('ou_demo_E001');
  await write(async (tx) => {
    const { code } = await inviteEnterprise(tx, { said: 'E002', by, now });
    const actor = await loadActor(tx, { open_id: 'ou_demo_E001', tenant: '' }, '');
    await acceptInvitation(tx, { code, actor, now });
  });
  expect(await states()).toEqual({ ou_demo_E001: 'dropped' });
});
