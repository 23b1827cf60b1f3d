import { unbindPerson } from './operations/people/bind-person.ts';
import { type Aftermath, createAftermath } from './pipeline/aftermath.ts';
import { answerClick } from './pipeline/answer-click.ts';
import { answerMessage } from './pipeline/answer-message.ts';
import { beginHandling, createConclusion, type Handling } from './pipeline/conclude.ts';
import type { EventDeps, PipelineDeps } from './pipeline/deps.ts';
import { gather } from './pipeline/gather.ts';
import { metaOf } from './pipeline/meta-of.ts';
import { refusalReply } from './pipeline/refusal-reply.ts';
import { tracedTx } from './pipeline/traced-tx.ts';
import type { ImmediateAnswer } from './reply/queue-reply.ts';
import type { WriteMeta } from './store/document-store.ts';
import type { IncomingClick, IncomingDeparture, IncomingMessage } from './webhook/events/incoming.ts';

/** The journey of an event, after the webhook has verified, decrypted and normalised it. */
export interface Pipeline extends Aftermath {
  /** `sinceMs`: when it came, by `performance.now()`. */
  onMessage(message: IncomingMessage, sinceMs: number): Promise<void>;
  onClick(click: IncomingClick): Promise<ImmediateAnswer>;
  onDeparture(departure: IncomingDeparture): Promise<void>;
}

/**
 * say / press → parse → authorize → commands / actions → operations → domain → cards → reply.
 * One transaction an event: the handler's writes, the outgoing messages and the inbox's done mark. The one catch is here.
 */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const { done, failed } = createConclusion(deps);
  const eventDeps = ({ reference }: Handling, meta: WriteMeta): EventDeps => ({
    ...deps,
    reference,
    meta,
    log: deps.log.child({ reference }),
  });
  return {
    async onMessage(message, sinceMs) {
      const handling = beginHandling('message', message.message, sinceMs);
      const meta = metaOf(deps, message);
      const answer = eventDeps(handling, meta);
      try {
        const brought = await gather(answer, message);
        await deps.store.write(meta, (tx) =>
          answerMessage({ ...answer, ...brought }, tracedTx(answer, tx), message),
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
    async onDeparture({ event, person }) {
      const handling = beginHandling('departure', event);
      const meta = { at: deps.clock.now(), who: 'system', what: 'person.left', event };
      await deps.store.write(meta, (tx) => unbindPerson(tx, person));
      done(handling);
    },
    ...createAftermath(deps, { eventDeps, failed }),
  };
}
