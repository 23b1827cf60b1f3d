import { errors } from '../shared/errors.ts';
import { faultOf } from '../shared/fault.ts';
import { referenceOf } from '../shared/ids.ts';
import type { IncomingClick } from './events/incoming.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { WebhookDeps } from './webhook-deps.ts';

const tooSlow = { toast: { type: 'info', content: '正在处理，稍后看卡片更新' } };

interface ClickDeps extends Pick<WebhookDeps, 'log' | 'onClick' | 'onLateAnswer'> {
  readonly inbox: Pick<Inbox, 'keep' | 'forget'>;
  readonly limitMs: number;
}

/** Answers clicks before the platform stops waiting: it does so after 3 s and never asks again (fact sheet §1.1, §2.3). */
export interface ClickDesk {
  /**
   * Never rejects. What is not done in time is journalled, so that a kill does not lose it, and goes on behind a toast that says so; its
   * answer follows as an update of the card.
   */
  answer(click: IncomingClick): Promise<object>;
  /** Does a click that an earlier run of the program has kept; its answer follows as an update. */
  resume(click: IncomingClick): Promise<void>;
  /** Clicks still being handled, answered or not. */
  size(): number;
  /** Resolves when none is. */
  idle(): Promise<void>;
}

function createHandling({ log, onClick, onLateAnswer, inbox }: ClickDeps) {
  const failed = (click: IncomingClick, error: unknown) => {
    const reference = referenceOf(click.event);
    log.error({ reference, event: click.event, fault: faultOf(error) }, 'click failed');
    return { toast: { type: 'error', content: errors.unexpected(reference, error).say } };
  };
  return {
    async settle(click: IncomingClick): Promise<object> {
      try {
        return await onClick(click);
      } catch (error) {
        return failed(click, error);
      }
    },
    async catchUp(click: IncomingClick, answer: object): Promise<void> {
      try {
        await onLateAnswer?.(click, answer);
        await inbox.forget(click.event);
      } catch (error) {
        failed(click, error);
      }
    },
    /** False also when it cannot be kept: then nobody is told that it will be done. */
    async keep(click: IncomingClick): Promise<boolean> {
      try {
        return await inbox.keep(click);
      } catch (error) {
        failed(click, error);
        return false;
      }
    },
  };
}

/** Builds the click desk; `limitMs` is the longest a presser waits. */
export function createClickDesk(deps: ClickDeps): ClickDesk {
  const { settle, catchUp, keep } = createHandling(deps);
  const open = new Set<Promise<void>>();
  return {
    answer(click) {
      const handling = settle(click);
      return new Promise((resolve) => {
        let kept = Promise.resolve(false);
        const timer = setTimeout(() => {
          kept = keep(click);
          void kept.then((isKept) => isKept && resolve(tooSlow));
        }, deps.limitMs);
        const whole = handling.then(async (answer) => {
          clearTimeout(timer);
          if (await kept) await catchUp(click, answer);
          else resolve(answer);
          open.delete(whole);
        });
        open.add(whole);
      });
    },
    async resume(click) {
      await catchUp(click, await settle(click));
    },
    size: () => open.size,
    async idle() {
      while (open.size > 0) await Promise.all(open);
    },
  };
}
