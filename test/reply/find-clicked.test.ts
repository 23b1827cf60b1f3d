import { beforeEach, describe, expect, it } from 'vitest';
import { findClicked, onceKey } from '#src/reply/find-clicked.ts';
import { addDays } from '#src/shared/time.ts';
import { askedIn, cardOf, createBench, payloadOf } from './outbox-bench.ts';

const sentAt = '2026-11-06T09:00:00+08:00';
const later = (days: number, time = '09:00:00') => `${addDays('2026-11-06', days)}T${time}+08:00`;

describe('findClicked', () => {
  let bench: ReturnType<typeof createBench>;
  beforeEach(async () => {
    bench = createBench();
    await bench.queue({ here: [{ card: cardOf('卡', '接受', '拒绝') }] }, { asked: askedIn('oc_a') });
    const [doc] = await bench.docs();
    if (!doc) throw new Error('nothing queued');
    const sent = { ...doc, state: 'sent' as const, sent_at: sentAt, message: 'om_1', chat: 'oc_a' };
    await bench.store.write({ at: sentAt, who: 'system', what: 'test' }, (tx) => tx.put('outbox', sent));
  });

  const press = { message: 'om_1', chat: 'oc_a', person: 'ou_a', value: payloadOf('接受'), now: later(1) };
  const cases = [
    ['ok', 'the sent card, in its chat, with its button', {}],
    ['ok', 'the same payload with its keys in another order', { value: { ...payloadOf('接受') } }],
    ['ok', 'the last second of the 14th day', { now: later(14) }],
    ['unknown', 'a message that the bot did not send', { message: 'om_2' }],
    ['foreign', 'a copy in another chat', { chat: 'oc_b' }],
    ['expired', 'a card older than 14 days', { now: later(14, '09:00:01') }],
    ['outdated', 'a button that the card does not show', { value: payloadOf('删除') }],
    ['outdated', 'a payload with something added', { value: { ...payloadOf('接受'), unit: 'U01' } }],
    ['outdated', 'an empty payload', { value: {} }],
  ] as const;

  it.each(cases)('answers %s for %s', async (state, _, part) => {
    const clicked = await bench.store.read((tx) => findClicked(tx, { ...press, ...part }));
    expect(clicked.state).toBe(state);
  });

  it('answers early while a message to the chat is on its way, since people may see it already', async () => {
    await bench.queue({ here: [{ card: cardOf('卡', '接受') }] }, { asked: askedIn('oc_a') });
    const early = { ...press, message: 'om_2' };
    const held = (first_tried_ms: number | null) =>
      bench.store.write({ at: sentAt, who: 'system', what: 'test' }, async (tx) => {
        const [queued] = await tx.find('outbox', { index: 'state', key: 'queued' });
        if (!queued) throw new Error('nothing queued');
        await tx.put('outbox', { ...queued, first_tried_ms });
      });
    await held(null);
    const waiting = await bench.store.read((tx) => findClicked(tx, early));
    expect(waiting.state).toBe('unknown');
    await held(1);
    const states = await bench.store.read(async (tx) => [
      (await findClicked(tx, early)).state,
      (await findClicked(tx, { ...early, chat: 'oc_b' })).state,
    ]);
    expect(states).toEqual(['early', 'unknown']);
  });

  it('gives the outbox document of a press that counts, which tells whether it was made in private', async () => {
    const clicked = await bench.store.read((tx) => findClicked(tx, press));
    expect(clicked).toMatchObject({ state: 'ok', outbox: { private: false, message: 'om_1' } });
  });
});

describe('onceKey', () => {
  it('is the same for the same person, message and payload only', () => {
    const key = onceKey('ou_a', 'om_1', { action: 'x', id: 1 });
    expect(onceKey('ou_a', 'om_1', { id: 1, action: 'x' })).toBe(key);
    const others = [
      onceKey('ou_b', 'om_1', { action: 'x', id: 1 }),
      onceKey('ou_a', 'om_2', { action: 'x', id: 1 }),
      onceKey('ou_a', 'om_1', { action: 'x', id: 2 }),
    ];
    expect(new Set([key, ...others]).size).toBe(4);
  });
});
