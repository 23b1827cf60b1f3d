import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '#src/actions/index.ts';
import { commands } from '#src/commands/index.ts';
import { createMonitoring } from '#src/monitoring/create-monitoring.ts';
import { startTestDemonstration } from '../support/demonstration.ts';
import { recordingLog } from '../support/store-recording-log.ts';

const { log, entries } = recordingLog();
let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
let text = '';
beforeAll(async () => {
  demo = await startTestDemonstration({ operationPort: 0, log });
  await demo.chat.as('ou_demo_C002').says('/排名').sees('各赛道排名');
  await demo.chat
    .as('ou_demo_C045')
    .says('专项债券资金支出进度10月84.3%')
    .sees('请确认')
    .presses(/^确认/)
    .sees('已记录');
  await demo.chat.as('ou_demo_E001').says('/登记').sees('不能登记群聊');
  await demo.product.idle();
  text = await (await get('/metrics')).text();
});
afterAll(() => demo.stop());

const get = (path: string, init?: RequestInit) => fetch(`${demo.monitoringUrl}${path}`, init);

function figure(name: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  if (!line) throw new Error(`no ${name} in the figures`);
  return Number(line.slice(name.length));
}

describe('the pages of operation', () => {
  test('say alive and ready', async () => {
    expect(await (await get('/healthz')).text()).toBe('ok\n');
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, reasons: [] }]);
  });

  test('are three, to be read only', async () => {
    expect((await get('/webhook/event')).status).toBe(404);
    expect((await get('/metrics', { method: 'POST' })).status).toBe(405);
  });

  test('are not on the public port, and listen on the loopback address only', async () => {
    expect((await fetch(`${demo.url}/metrics`)).headers.get('content-type')).not.toContain('version=0.0.4');
    expect(new URL(demo.monitoringUrl ?? '').hostname).toBe('127.0.0.1');
  });
});

describe('the figures', () => {
  test('count events, commands, actions, refusals and messages', () => {
    expect(figure('strong_events_total{kind="message",outcome="done"}')).toBe(2);
    expect(figure('strong_events_total{kind="message",outcome="refused"}')).toBe(1);
    expect(figure('strong_events_total{kind="click",outcome="done"}')).toBe(1);
    expect(figure('strong_used_total{name="/ranking"}')).toBe(1);
    expect(figure('strong_used_total{name="report.confirm"}')).toBe(1);
    expect(figure('strong_refused_total{code="not_allowed"}')).toBe(1);
    expect(figure('strong_webhook_requests_total{kind="message",status="200"}')).toBe(3);
    expect(figure('strong_messages_total{outcome="sent"}')).toBeGreaterThanOrEqual(3);
  });

  test('time events to their commit and to their answer', () => {
    expect(figure('strong_event_committed_seconds_count{kind="message"}')).toBe(3);
    expect(figure('strong_event_answered_seconds_count{kind="message"}')).toBe(3);
    expect(figure('strong_event_answered_seconds_count{kind="click"}')).toBe(1);
  });

  test('show outbox, journal, store and event loop', () => {
    expect(figure('strong_outbox_messages')).toBe(0);
    expect(figure('strong_outbox_parked')).toBe(0);
    expect(figure('strong_journal_waiting')).toBe(0);
    expect(figure('strong_store_writable')).toBe(1);
    expect(figure('strong_store_documents{collection="units"}')).toBe(48);
    expect(figure('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });

  test('have only labels from the code’s own lists: no person, no text, no id', () => {
    const known = [...commands.map(({ name }) => `/${name}`), ...actions.map(({ id }) => id), 'sentence'];
    const used = [...text.matchAll(/strong_used_total\{name="([^"]*)"\}/g)].map(([, name]) => name);
    expect(used.filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(text).not.toMatch(/[一-鿿]|o[ucm]_\w/);
  });
});

describe('the log of an event', () => {
  test('has one reference from its handling to its reply, with outcome and duration', () => {
    const events = entries.filter(({ text: said }) => /^event (handled|refused)$/.test(said));
    expect(events).toHaveLength(4);
    for (const { fields } of events) {
      expect(fields).toMatchObject({
        reference: expect.stringMatching(/^[2-9A-Z]{6}$/),
        ms: expect.any(Number),
      });
    }
    const outcomes = events.map(({ fields }) => `${fields.kind} ${fields.outcome}`).sort();
    expect(outcomes).toEqual(['click done', 'message done', 'message done', 'message refused']);
    const replies = entries.filter(({ text: said }) => said === 'message sent');
    const messages = events.filter(({ fields }) => fields.kind === 'message');
    const references = new Set(replies.map(({ fields }) => fields.reference));
    expect(messages.filter(({ fields }) => !references.has(fields.reference))).toEqual([]);
  });

  test('says nothing of what was said, and names nobody', () => {
    expect(JSON.stringify(entries)).not.toMatch(/专项债券|84\.3|许美玲|ou_demo/);
  });
});

test('a port that is taken is refused with a sentence', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const refused = createMonitoring(port).watch(demo.product.monitored);
  await expect(refused).rejects.toMatchObject({ say: expect.stringContaining('OPERATION_PORT') });
  taken.close();
});
