import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '#cards/kit/card.ts';
import { buttonsOf } from '#cards/kit/fingerprint.ts';
import type { QueueInput } from '#src/reply/queue-reply.ts';
import { askedIn, cardOf, createBench } from './outbox-bench.ts';

const inPrivate = { message: 'om_in_oc_p', chat: 'oc_p', private: true, person: 'ou_asker' };

function hugeCard(): Card {
  const small = cardOf('太大的卡片', '帮助');
  const [element] = small.body.elements;
  return { ...small, body: { elements: element ? Array.from({ length: 300 }, () => element) : [] } };
}

describe('queueReply', () => {
  let bench: ReturnType<typeof createBench>;
  beforeEach(() => {
    bench = createBench();
  });

  const queued = async (reply: Parameters<typeof bench.queue>[0], part: Partial<QueueInput>) => {
    await bench.queue(reply, part);
    return bench.docs();
  };
  /** Queues a card and marks it sent, as the outbox does. */
  const shown = async (message: string, card: Card, subject: string) => {
    const before = new Set((await bench.docs()).map(({ id }) => id));
    await bench.queue({ here: [{ card, subject }] }, { asked: askedIn('oc_a') });
    const doc = (await bench.docs()).find(({ id }) => !before.has(id));
    if (!doc) throw new Error('nothing queued');
    const sent = {
      ...doc,
      state: 'sent' as const,
      content: null,
      sent_at: bench.clock(),
      message,
      chat: 'oc_a',
    };
    await bench.store.write({ at: bench.clock(), who: 'system', what: 'test' }, (tx) =>
      tx.put('outbox', sent),
    );
    return sent;
  };
  const clicked = { message: 'om_1', chat: 'oc_a', private: false, person: 'ou_asker' };

  it('answers a message in its chat, quoting it', async () => {
    const [doc] = await queued({ here: [{ text: '好' }] }, { asked: askedIn('oc_a') });
    expect(doc).toMatchObject({
      target: { type: 'reply', message: 'om_in_oc_a', chat: 'oc_a' },
      kind: 'text',
      content: '{"text":"好"}',
      state: 'queued',
      private: false,
    });
  });

  it('answers a press in the chat, without quoting', async () => {
    const [doc] = await queued({ here: [{ text: '好' }] }, { clicked });
    expect(doc?.target).toEqual({ type: 'chat', chat: 'oc_a' });
  });

  it('answers privately to the person from a group, and in place from a private chat', async () => {
    const [fromGroup] = await queued({ privately: [{ text: '悄悄' }] }, { asked: askedIn('oc_a') });
    expect(fromGroup).toMatchObject({ target: { type: 'person', person: 'ou_asker' }, private: true });
    const [, fromPrivate] = await queued({ privately: [{ text: '悄悄' }] }, { asked: inPrivate });
    expect(fromPrivate).toMatchObject({ target: { type: 'reply', chat: 'oc_p' }, private: true });
  });

  it('holds notices back in quiet hours, but not urgent ones and not answers', async () => {
    const until = '2026-11-09T08:00:00+08:00';
    const docs = await queued(
      {
        here: [{ text: '答' }],
        notices: [
          { to: { person: 'ou_b' }, message: { text: '不急' } },
          { to: { chat: 'oc_b' }, message: { text: '急' }, urgent: true },
        ],
      },
      { asked: askedIn('oc_a'), quiet: () => until },
    );
    expect(docs.map((doc) => doc.not_before)).toEqual([null, until, null]);
  });

  it('keeps the order of a reply and of replies after one another', async () => {
    await bench.queue({ here: [{ text: '1' }, { text: '2' }] }, { asked: askedIn('oc_a') });
    await bench.queue({ here: [{ text: '3' }] }, { asked: askedIn('oc_a') });
    const docs = await bench.docs();
    expect(docs.map(({ content }) => content)).toEqual(['{"text":"1"}', '{"text":"2"}', '{"text":"3"}']);
    expect(new Set(docs.map(({ seq }) => seq)).size).toBe(3);
  });

  it('remembers which buttons the card shows', async () => {
    const card = cardOf('排名', '帮助', '排名');
    const [doc] = await queued({ here: [{ card, subject: 'ranking' }] }, { asked: askedIn('oc_a') });
    expect(doc).toMatchObject({ kind: 'interactive', buttons: buttonsOf(card), subject: 'ranking' });
    expect(doc?.buttons).toHaveLength(2);
  });

  it('sends the words of a card that the platform would refuse', async () => {
    const [own, made] = await queued(
      { here: [{ card: hugeCard(), text: '写好的话' }, { card: hugeCard() }] },
      { asked: askedIn('oc_a') },
    );
    expect(own).toMatchObject({ kind: 'text', content: '{"text":"写好的话"}', buttons: [] });
    expect(made?.kind).toBe('text');
    expect(made?.content).toContain('太大的卡片的正文');
  });

  it('lets nobody be called by a text that a person wrote', async () => {
    const [doc] = await queued(
      { here: [{ text: '<at user_id="all">所有人</at> [点我](https://x)' }] },
      { asked: askedIn('oc_a') },
    );
    expect(doc?.content).not.toMatch(/<at|\]\(/);
  });

  it('never stores sealed content in clear', async () => {
    const card = cardOf('联系电话 13800000000', '已联系');
    await bench.queue({ here: [{ card, sealUnder: 'P0467' }] }, { asked: askedIn('oc_a') });
    const [doc] = await bench.docs();
    expect(JSON.stringify(doc)).not.toContain('13800000000');
    expect(doc?.content).toMatchObject({ key: 'P0467' });
    expect(bench.vault.opened).toEqual([]);
  });

  describe('for a press', () => {
    it('answers with the toast and the new card, whose buttons count at once', async () => {
      await shown('om_1', cardOf('旧', '旧键'), 'draft:1');
      const card = cardOf('新', '新键');
      const toast = { type: 'success' as const, content: '已保存' };
      const answer = await bench.queue({ toast, replace: { card, subject: 'report:1' } }, { clicked });
      expect(answer).toEqual({ toast, card: { type: 'raw', data: card } });
      expect(await bench.docs()).toMatchObject([
        { buttons: buttonsOf(card), subject: 'report:1', state: 'sent' },
      ]);
    });

    it('answers with nothing when nothing is to be changed', async () => {
      await shown('om_1', cardOf('旧', '旧键'), 'draft:1');
      expect(await bench.queue({}, { clicked })).toEqual({});
    });

    it('updates the subject’s other cards, and the pressed one by its answer only', async () => {
      await shown('om_1', cardOf('旧', '旧键'), 'thing:1');
      const other = await shown('om_2', cardOf('旧', '旧键'), 'thing:1');
      const card = cardOf('新', '新键');
      const answer = await bench.queue({ updates: [{ subject: 'thing:1', card }] }, { clicked });
      expect(answer.card?.data).toEqual(card);
      const targets = (await bench.docs())
        .filter(({ state }) => state === 'queued')
        .map(({ target }) => target);
      expect(targets).toEqual([{ type: 'update', of: other.id }]);
    });

    it('sends the newest card after an older update that may still be under way', async () => {
      const sent = await shown('om_1', cardOf('旧', '旧键'), 'thing:1');
      await bench.queue({ updates: [{ subject: 'thing:1', card: cardOf('中', '中键') }] });
      const card = cardOf('新', '新键');
      await bench.queue({ replace: { card } }, { clicked });
      const waiting = (await bench.docs()).filter(({ target }) => target.type === 'update');
      const [look] = await bench.store.read((tx) => tx.all('looks'));
      expect(waiting.at(-1)?.content).toEqual({ look: look?.id });
      expect(look?.content).toBe(JSON.stringify(card));
      expect(waiting.at(-1)?.target).toEqual({ type: 'update', of: sent.id });
    });

    it('shows a plain card with the same words when the new one would be refused', async () => {
      await shown('om_1', cardOf('旧', '旧键'), 'thing:1');
      const answer = await bench.queue({ replace: { card: hugeCard() } }, { clicked });
      expect(answer.card?.data.header.title.content).toBe('太大的卡片');
      expect(JSON.stringify(answer.card?.data)).toContain('太大的卡片的正文');
    });
  });

  it('refuses an answer to nobody', async () => {
    await expect(bench.queue({ here: [{ text: '谁？' }] })).rejects.toThrow(TypeError);
  });
});
