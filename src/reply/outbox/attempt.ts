import { type Delivered, type Feishu, PlatformError } from '../../feishu/feishu.ts';
import type { Log } from '../../shared/log.ts';
import type { Measured } from '../../shared/measure.ts';
import { epochMs, type Instant } from '../../shared/time.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Doc } from '../../store/collections.ts';
import type { FileStore } from '../../store/file-store.ts';
import type { Vault } from '../../store/vault.ts';
import { begin, isUntried, park, type Ready } from './begin.ts';
import { deliver, openContent, textInstead } from './deliver.ts';
import type { Turn } from './lane.ts';
import type { Record } from './recorder.ts';
import { markFailed, markSent, markUpdated, textIdOf } from './settle.ts';
import { type Parking, type Verdict, verdictOn } from './verdict.ts';

/** What a try needs. */
export interface AttemptDeps {
  readonly record: Record;
  readonly feishu: Feishu;
  readonly files: FileStore;
  readonly vault: Vault;
  readonly clock: () => Instant;
  readonly machineMs: () => number;
  /** When this run of the program began, by the same clock. */
  readonly startedMs: number;
  readonly random: () => number;
  readonly log: Log;
  readonly trace?: Trace | undefined;
  readonly measured?: Measured | undefined;
}

/** What a try came to: done with the document (`instead`: the id of another that stands in its place), wait for its original, or try again later. */
export type Outcome =
  | { readonly next: 'done'; readonly instead?: string }
  | { readonly next: 'blocked' }
  | { readonly next: 'again'; readonly waitMs: number; readonly of: 'lane' | 'app' };

const erased: Parking = { reason: '内容已按要求销毁，没有发送', cause: 'erased', code: null };

/** Tries one document: mark the first try, send, mark the result. Rejects only when the store cannot be written. */
export async function attempt(deps: AttemptDeps, { entry, superseded }: Turn): Promise<Outcome> {
  const { record, machineMs, startedMs, clock } = deps;
  const older = superseded.map(({ id }) => id);
  const begun = await record((tx) =>
    begin(tx, { id: entry.id, superseded: older, machineMs: machineMs(), startedMs, at: clock() }),
  );
  if (begun.state === 'blocked') return { next: 'blocked' };
  return begun.state === 'gone' ? { next: 'done' } : send(deps, begun);
}

async function send(deps: AttemptDeps, ready: Ready): Promise<Outcome> {
  const { doc } = ready;
  const content = await openContent(deps.vault, doc);
  if (content === undefined) {
    await deps.record((tx) => park(tx, doc, { ...erased, at: deps.clock() }));
    return { next: 'done' };
  }
  let delivered: Delivered | undefined;
  try {
    delivered = await deliver(deps, { ...ready, content });
  } catch (error) {
    return failed(deps, { doc, content, error });
  }
  await sent(deps, doc, delivered);
  return { next: 'done' };
}

async function sent(deps: AttemptDeps, doc: Doc<'outbox'>, delivered: Delivered | undefined): Promise<void> {
  const at = deps.clock();
  reportSent(deps, doc, epochMs(at) - epochMs(doc.created_at));
  tell(deps, doc, { title: '已送达', detail: { ...delivered } });
  await deps.record((tx) =>
    delivered ? markSent(tx, doc.id, { delivered, at }) : markUpdated(tx, doc.id, at),
  );
}

async function failed(
  deps: AttemptDeps,
  { doc, content, error }: { doc: Doc<'outbox'>; content: string; error: unknown },
): Promise<Outcome> {
  const { machineMs, random, vault, log } = deps;
  const now = machineMs();
  const verdict = verdictOn({
    doc: { ...doc, first_tried_ms: doc.first_tried_ms ?? now },
    error,
    machineMs: now,
    random,
  });
  const asText = verdict.next === 'park' && verdict.cause === 'text_instead';
  const text = asText ? await textInstead(vault, doc, content) : null;
  report(log, doc, { error, verdict });
  deps.measured?.({ of: 'sent', outcome: verdict.next === 'park' ? 'parked' : 'again' });
  tell(deps, doc, {
    title: verdict.next === 'park' ? '未送达，已搁置' : '未送达，稍后再试',
    detail: verdict,
  });
  const untried = isUntried(doc, deps.startedMs);
  await deps.record((tx) => markFailed(tx, { doc, verdict, text, at: deps.clock(), untried }));
  if (verdict.next === 'again') return verdict;
  return asText ? { next: 'done', instead: textIdOf(doc) } : { next: 'done' };
}

/** `ms` since the event that it answers. */
function reportSent({ log, measured }: AttemptDeps, doc: Doc<'outbox'>, ms: number): void {
  const { id, reference, attempts, target } = doc;
  log.info({ reference, outbox: id, outcome: 'sent', attempts: attempts + 1, ms }, 'message sent');
  measured?.({ of: 'sent', outcome: 'sent' });
  if (target.type === 'reply') measured?.({ of: 'answered', kind: 'message', ms });
}

function report(
  log: Log,
  doc: Doc<'outbox'>,
  { error, verdict }: { error: unknown; verdict: Verdict },
): void {
  const known = error instanceof PlatformError;
  const about = {
    reference: doc.reference,
    outbox: doc.id,
    attempts: doc.attempts + 1,
    kind: known ? error.kind : 'bug',
    next: verdict.next,
  };
  if (known)
    log[verdict.next === 'park' ? 'error' : 'warn']({ ...about, code: error.code }, 'message not sent');
  else log.error({ ...about, err: error }, 'message not sent');
}

function tell({ trace }: AttemptDeps, doc: Doc<'outbox'>, said: { title: string; detail: unknown }): void {
  const { target, kind } = doc;
  trace?.({
    reference: doc.reference ?? doc.id,
    stage: 'api',
    title: said.title,
    detail: { target, kind, result: said.detail },
  });
}
