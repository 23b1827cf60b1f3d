import { unbindPerson } from './operations/bind-person.ts';
import { answerClick } from './pipeline/answer-click.ts';
import { answerMessage } from './pipeline/answer-message.ts';
import { asStrongError } from './pipeline/as-strong-error.ts';
import type { PipelineDeps } from './pipeline/deps.ts';
import { refusalReply } from './pipeline/refusal-reply.ts';
import { tracedTx } from './pipeline/traced-tx.ts';
import { queueLateAnswer } from './reply/queue-late-answer.ts';
import { queueLostLooks } from './reply/queue-lost-looks.ts';
import type { ImmediateAnswer } from './reply/queue-reply.ts';
import { errors } from './shared/errors.ts';
import { faultOf } from './shared/fault.ts';
import { newReference } from './shared/ids.ts';
import type { WriteMeta } from './store/document-store.ts';
import type { IncomingClick, IncomingDeparture, IncomingMessage } from './webhook/incoming.ts';

/** The journey of an event, after the webhook has verified, decrypted and normalised it. */
export interface Pipeline {
  onMessage(message: IncomingMessage): Promise<void>;
  onClick(click: IncomingClick): Promise<ImmediateAnswer>;
  /** Ends a kept click that its own transaction did not end, and sends after it what the presser no longer waited for. */
  onLateAnswer(click: IncomingClick, answer: ImmediateAnswer): Promise<void>;
  onDeparture(departure: IncomingDeparture): Promise<void>;
  /** Tells who said it that a message cannot be handled, and ends it. */
  onGiveUp(message: IncomingMessage): Promise<void>;
  /** After a start: shows on their cards the answers that a kill may have lost. */
  showLostAnswers(): Promise<void>;
}

function metaOf(deps: PipelineDeps, incoming: IncomingMessage | IncomingClick): WriteMeta {
  const message = incoming.kind === 'message';
  return {
    at: deps.clock.now(),
    who: message ? incoming.sender.open_id : incoming.operator.open_id,
    what: message ? 'say' : `press.${String(incoming.value.action ?? 'say')}`.slice(0, 64),
    event: message ? incoming.message : incoming.event,
  };
}

/**
 * say / press → parse → authorize → commands / actions → operations → domain → cards → reply.
 * One transaction an event: the handler's writes, the outgoing messages and the inbox's done mark. The one catch is here.
 */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const failed = (error: unknown, reference: string) => {
    const told = asStrongError(error, reference);
    const fault = told.wake ? { fault: faultOf(told.cause) } : {};
    deps.log[told.wake ? 'error' : 'info']({ reference, code: told.code, ...fault }, 'event refused');
    deps.trace?.({ reference, stage: 'permission', title: `未执行：${told.code}`, detail: told.say });
    return told;
  };
  return {
    async onMessage(message) {
      const reference = newReference();
      const meta = metaOf(deps, message);
      const answer = { ...deps, reference, meta };
      try {
        await deps.store.write(meta, (tx) => answerMessage(answer, tracedTx(answer, tx), message));
      } catch (error) {
        const told = failed(error, reference);
        await deps.store.write({ ...meta, what: 'refused' }, (tx) =>
          answerMessage({ ...answer, instead: refusalReply(told, deps.demo) }, tx, message),
        );
      }
    },
    async onClick(click) {
      const reference = newReference();
      try {
        return await answerClick({ ...deps, reference, meta: metaOf(deps, click) }, click);
      } catch (error) {
        const told = failed(error, reference);
        return { toast: { type: told.wake ? 'error' : 'warning', content: told.say } };
      }
    },
    async onLateAnswer(click, answer) {
      const meta = { ...metaOf(deps, click), what: 'press.late' };
      const { vault, log } = deps;
      const late = { answer, message: click.message, person: meta.who, at: meta.at, vault, log };
      await deps.store.write(meta, async (tx) => {
        const kept = await tx.get('inbox', `click:${click.event}`);
        if (kept?.state !== 'pending') return;
        await tx.put('inbox', { ...kept, state: 'done', body: { late: true } });
        await queueLateAnswer(tx, late);
        tx.afterCommit(deps.wakeOutbox);
      });
    },
    async onDeparture({ event, person }) {
      const meta = { at: deps.clock.now(), who: 'system', what: 'person.left', event };
      await deps.store.write(meta, (tx) => unbindPerson(tx, person));
    },
    async onGiveUp(message) {
      const reference = newReference();
      const meta = { ...metaOf(deps, message), what: 'given-up' };
      const told = failed(errors.unexpected(reference, new Error('given up')), reference);
      const answer = { ...deps, reference, meta, instead: refusalReply(told, deps.demo) };
      await deps.store.write(meta, (tx) => answerMessage(answer, tx, message));
    },
    async showLostAnswers() {
      const meta = { at: deps.clock.now(), who: 'system', what: 'card.shown-again' };
      await deps.store.write(meta, (tx) => queueLostLooks(tx, { at: meta.at, vault: deps.vault }));
    },
  };
}
