import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Measure, Measured } from '../shared/measure.ts';
import type { Monitored } from './monitored.ts';

/** Figures for Prometheus. The one file that knows prom-client; its registry is its own, not the package's global one. */
export interface Metrics {
  readonly measured: Measured;
  /** The text of `/metrics`; what only counts now is asked of the product at that moment. */
  scrape(monitored: Monitored): Promise<{ readonly type: string; readonly text: string }>;
}

/** In seconds: from a card at once to what a presser no longer waits for, and a queue of a minute. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

function createCounters(registers: Registry[]) {
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `strong_${name}`, help, labelNames, registers });
  const histogram = (name: string, help: string) =>
    new Histogram({ name: `strong_${name}`, help, labelNames: ['kind'], buckets, registers });
  return {
    requests: counter('webhook_requests_total', 'Webhook requests by kind of event and HTTP status', [
      'kind',
      'status',
    ]),
    events: counter('events_total', 'Events handled, by kind and outcome', ['kind', 'outcome']),
    refused: counter('refused_total', 'Refusals by code', ['code']),
    used: counter('used_total', 'Commands and actions used', ['name']),
    messages: counter('messages_total', 'Tries to send a message, by what they came to', ['outcome']),
    acknowledged: histogram('event_acknowledged_seconds', 'From the request to its HTTP answer'),
    committed: histogram(
      'event_committed_seconds',
      'From the event to its transaction on disk or its refusal',
    ),
    answered: histogram('event_answered_seconds', 'From the event to the answer that the person sees'),
  };
}

function count(counters: ReturnType<typeof createCounters>, measure: Measure): void {
  const seconds = 'ms' in measure ? Math.max(0, measure.ms / 1000) : 0;
  if (measure.of === 'acknowledged') {
    counters.requests.inc({ kind: measure.kind, status: String(measure.status) });
    counters.acknowledged.observe({ kind: measure.kind }, seconds);
  } else if (measure.of === 'handled') {
    counters.events.inc({ kind: measure.kind, outcome: measure.outcome });
    counters.committed.observe({ kind: measure.kind }, seconds);
  } else if (measure.of === 'answered') counters.answered.observe({ kind: measure.kind }, seconds);
  else if (measure.of === 'refused') counters.refused.inc({ code: measure.code });
  else if (measure.of === 'used') counters.used.inc({ name: measure.name });
  else counters.messages.inc({ outcome: measure.outcome });
}

function createGauges(registers: Registry[]) {
  const gauge = <L extends string = never>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: `strong_${name}`, help, labelNames, registers });
  return {
    queued: gauge('outbox_messages', 'Messages that wait to be sent'),
    oldest: gauge('outbox_oldest_seconds', 'Age of the oldest message that may go now'),
    parked: gauge('outbox_parked', 'Messages that were given up'),
    waiting: gauge('journal_waiting', 'Transactions whose line is not yet on disk'),
    sync: gauge('journal_last_sync_seconds', 'How long the last write to the journal took, with its sync'),
    documents: gauge('store_documents', 'Documents by collection', ['collection']),
    writable: gauge('store_writable', '1 while the store takes writes'),
  };
}

/** Builds the figures, those of Node (memory, event-loop delay, garbage collection) included. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const counters = createCounters([register]);
  const gauges = createGauges([register]);
  return {
    measured: (measure) => count(counters, measure),
    async scrape(monitored) {
      const { documents, waiting, lastSyncMs } = monitored.store();
      const outbox = await monitored.outbox();
      for (const [collection, size] of Object.entries(documents)) gauges.documents.set({ collection }, size);
      gauges.waiting.set(waiting);
      gauges.sync.set(lastSyncMs / 1000);
      gauges.writable.set(monitored.standing().storeReason === undefined ? 1 : 0);
      gauges.queued.set(outbox.queued);
      gauges.oldest.set(outbox.oldestMs / 1000);
      gauges.parked.set(outbox.parked);
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}
