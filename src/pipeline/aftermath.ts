import { queueLateAnswer } from '../reply/queue-late-answer.ts';
import { queueLostLooks } from '../reply/queue-lost-looks.ts';
import type { ImmediateAnswer } from '../reply/queue-reply.ts';
import { errors } from '../shared/errors.ts';
import type { WriteMeta } from '../store/document-store.ts';
import type { IncomingClick, IncomingMessage } from '../webhook/events/incoming.ts';
import { answerMessage } from './answer-message.ts';
import { beginHandling, type createConclusion, type Handling } from './conclude.ts';
import type { EventDeps, PipelineDeps } from './deps.ts';
import { metaOf } from './meta-of.ts';
import { refusalReply } from './refusal-reply.ts';

/** What follows when an event did not go its usual way. */
export interface Aftermath {
  /** Ends a kept click that its own transaction did not end, and sends after it what the presser no longer waited for. */
  onLateAnswer(click: IncomingClick, answer: ImmediateAnswer): Promise<void>;
  /** Tells who said it that a message cannot be handled, and ends it. */
  onGiveUp(message: IncomingMessage): Promise<void>;
  /** After a start: shows on their cards the answers that a kill may have lost. */
  showLostAnswers(): Promise<void>;
}

interface Ways {
  readonly eventDeps: (handling: Handling, meta: WriteMeta) => EventDeps;
  readonly failed: ReturnType<typeof createConclusion>['failed'];
}

/** Builds what follows: each in a transaction of its own. */
export function createAftermath(deps: PipelineDeps, { eventDeps, failed }: Ways): Aftermath {
  const { store, vault } = deps;
  return {
    async onLateAnswer(click, answer) {
      const meta = { ...metaOf(deps, click), what: 'press.late' };
      const { reference, log } = eventDeps(beginHandling('click', click.event), meta);
      const { message, operator } = click;
      const late = { answer, message, person: operator.open_id, at: meta.at, vault, log, reference };
      await store.write(meta, async (tx) => {
        const kept = await tx.get('inbox', `click:${click.event}`);
        if (kept?.state !== 'pending') return;
        await tx.put('inbox', { ...kept, state: 'done', body: { late: true } });
        await queueLateAnswer(tx, late);
        tx.afterCommit(deps.wakeOutbox);
      });
    },
    async onGiveUp(message) {
      const handling = beginHandling('message', message.message);
      const meta = { ...metaOf(deps, message), what: 'given-up' };
      const told = failed(handling, errors.unexpected(handling.reference, new Error('given up')));
      const answer = { ...eventDeps(handling, meta), instead: refusalReply(told, deps.demo) };
      await store.write(meta, (tx) => answerMessage(answer, tx, message));
    },
    async showLostAnswers() {
      const meta = { at: deps.clock.now(), who: 'system', what: 'card.shown-again' };
      await store.write(meta, (tx) => queueLostLooks(tx, { at: meta.at, vault }));
    },
  };
}
