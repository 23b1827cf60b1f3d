import { unbindPerson } from './operations/bind-person.ts';
import { answerClick } from './pipeline/answer-click.ts';
import { answerMessage } from './pipeline/answer-message.ts';
import { asStrongError } from './pipeline/as-strong-error.ts';
import type { PipelineDeps } from './pipeline/deps.ts';
import { refusalReply } from './pipeline/refusal-reply.ts';
import { tracedTx } from './pipeline/traced-tx.ts';
import { queueLateAnswer } from './reply/queue-late-answer.ts';
import type { ImmediateAnswer } from './reply/queue-reply.ts';
import { withdrawFrom } from './reply/withdraw-from.ts';
import { faultOf } from './shared/fault.ts';
import { newReference } from './shared/ids.ts';
import type { WriteMeta } from './store/document-store.ts';
import type { IncomingClick, IncomingDeparture, IncomingMessage } from './webhook/incoming.ts';

/** The journey of an event, after the webhook has verified, decrypted and normalised it. */
export interface Pipeline {
  onMessage(message: IncomingMessage): Promise<void>;
  onClick(click: IncomingClick): Promise<ImmediateAnswer>;
  /** Sends after it what the presser no longer waited for. */
  onLateAnswer(click: IncomingClick, answer: ImmediateAnswer): Promise<void>;
  onDeparture(departure: IncomingDeparture): Promise<void>;
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
      const { message, operator } = click;
      const late = {
        answer,
        message,
        person: operator.open_id,
        at: meta.at,
        vault: deps.vault,
        log: deps.log,
      };
      await deps.store.write(meta, async (tx) => {
        await queueLateAnswer(tx, late);
        tx.afterCommit(deps.wakeOutbox);
      });
    },
    async onDeparture({ event, person }) {
      const meta = { at: deps.clock.now(), who: 'system', what: 'person.left', event };
      await deps.store.write(meta, async (tx) => {
        await unbindPerson(tx, person);
        await withdrawFrom(tx, person);
      });
    },
  };
}
