import { unbindPerson } from './operations/bind-person.ts';
import { addressed } from './parse/address.ts';
import { answerClick } from './pipeline/answer-click.ts';
import { answerMessage } from './pipeline/answer-message.ts';
import { beginHandling, createConclusion, type Handling } from './pipeline/conclude.ts';
import type { EventDeps, PipelineDeps } from './pipeline/deps.ts';
import { lookUpText } from './pipeline/look-up.ts';
import { refusalReply } from './pipeline/refusal-reply.ts';
import { takeFile } from './pipeline/take-file.ts';
import { tracedTx } from './pipeline/traced-tx.ts';
import { queueLateAnswer } from './reply/queue-late-answer.ts';
import { queueLostLooks } from './reply/queue-lost-looks.ts';
import type { ImmediateAnswer } from './reply/queue-reply.ts';
import { withdrawFrom } from './reply/withdraw-from.ts';
import type { WriteMeta } from './store/document-store.ts';
import type { IncomingClick, IncomingDeparture, IncomingMessage } from './webhook/incoming.ts';

/** The journey of an event, after the webhook has verified, decrypted and normalised it. */
export interface Pipeline {
  /** `sinceMs`: when it came, by `performance.now()`. */
  onMessage(message: IncomingMessage, sinceMs: number): Promise<void>;
  onClick(click: IncomingClick): Promise<ImmediateAnswer>;
  /** Ends a kept click that its own transaction did not end, and sends after it what the presser no longer waited for. */
  onLateAnswer(click: IncomingClick, answer: ImmediateAnswer): Promise<void>;
  onDeparture(departure: IncomingDeparture): Promise<void>;
  /** After a start: shows on their cards the answers that a kill may have lost. */
  showLostAnswers(): Promise<void>;
}

/** A payload's action is whatever was sent: an object may not even be made a text. */
function pressedWhat(action: unknown): string {
  return `press.${typeof action === 'string' ? action.slice(0, 60) : 'say'}`;
}

function metaOf(deps: PipelineDeps, incoming: IncomingMessage | IncomingClick): WriteMeta {
  const message = incoming.kind === 'message';
  return {
    at: deps.clock.now(),
    who: message ? incoming.sender.open_id : incoming.operator.open_id,
    what: message ? 'say' : pressedWhat(incoming.value.action),
    event: message ? incoming.message : incoming.event,
  };
}

/**
 * say / press → parse → authorize → commands / actions → operations → domain → cards → reply.
 * One transaction an event: the handler's writes, the outgoing messages and the inbox's done mark. The one catch is here.
 */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const { done, failed } = createConclusion(deps);
  const eventDeps = ({ reference }: Handling, meta: WriteMeta): EventDeps => ({
    ...deps,
    ...{ reference, meta, log: deps.log.child({ reference }) },
  });
  return {
    async onMessage(message, sinceMs) {
      const handling = beginHandling('message', message.message, sinceMs);
      const meta = metaOf(deps, message);
      const answer = eventDeps(handling, meta);
      try {
        const file = await takeFile(deps, message);
        const asker = { person: message.sender, tenant: message.tenant };
        const said = addressed(message.text, message.mentions, deps.botOpenId());
        const found = await lookUpText(answer, asker, said);
        await deps.store.write(meta, (tx) =>
          answerMessage({ ...answer, file, found }, tracedTx(answer, tx), message),
        );
        done(handling);
      } catch (error) {
        const told = failed(handling, error);
        await deps.store.write({ ...meta, what: 'refused' }, (tx) =>
          answerMessage({ ...answer, instead: refusalReply(told, deps.demo) }, tx, message),
        );
      }
    },
    async onClick(click) {
      const handling = beginHandling('click', click.event);
      try {
        const answer = await answerClick(eventDeps(handling, metaOf(deps, click)), click);
        done(handling);
        return answer;
      } catch (error) {
        const told = failed(handling, error);
        return { toast: { type: told.wake ? 'error' : 'warning', content: told.say } };
      }
    },
    async onLateAnswer(click, answer) {
      const meta = { ...metaOf(deps, click), what: 'press.late' };
      const { reference, log } = eventDeps(beginHandling('click', click.event), meta);
      const { message, operator } = click;
      const { vault } = deps;
      const late = { answer, message, person: operator.open_id, at: meta.at, vault, log, reference };
      await deps.store.write(meta, async (tx) => {
        const kept = await tx.get('inbox', `click:${click.event}`);
        if (kept?.state !== 'pending') return;
        await tx.put('inbox', { ...kept, state: 'done', body: { late: true } });
        await queueLateAnswer(tx, late);
        tx.afterCommit(deps.wakeOutbox);
      });
    },
    async onDeparture({ event, person }) {
      const handling = beginHandling('departure', event);
      const meta = { at: deps.clock.now(), who: 'system', what: 'person.left', event };
      await deps.store.write(meta, async (tx) => {
        await unbindPerson(tx, person);
        await withdrawFrom(tx, person);
      });
      done(handling);
    },
    async showLostAnswers() {
      const meta = { at: deps.clock.now(), who: 'system', what: 'press.shown-again' };
      await deps.store.write(meta, (tx) => queueLostLooks(tx, { at: meta.at, vault: deps.vault }));
    },
  };
}
