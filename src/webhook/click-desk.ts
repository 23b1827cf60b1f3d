import { errors } from '../shared/errors.ts';
import { faultOf } from '../shared/fault.ts';
import { referenceOf } from '../shared/ids.ts';
import type { IncomingClick } from './incoming.ts';
import type { WebhookDeps } from './webhook-deps.ts';

const tooSlow = { toast: { type: 'info', content: '正在处理，稍后看卡片更新' } };

interface ClickDeps extends Pick<WebhookDeps, 'log' | 'onClick' | 'onLateAnswer'> {
  readonly limitMs: number;
}

/** Answers clicks before the platform stops waiting: it does so after 3 s and never asks again (fact sheet §1.1, §2.3). */
export interface ClickDesk {
  /** Never rejects. What is not done in time goes on behind a toast that says so, and its answer follows as an update of the card. */
  answer(click: IncomingClick): Promise<object>;
  /** Clicks still being handled, answered or not. */
  size(): number;
  /** Resolves when none is. */
  idle(): Promise<void>;
}

/** Builds the click desk; `limitMs` is the longest a presser waits. */
export function createClickDesk({ log, onClick, onLateAnswer, limitMs }: ClickDeps): ClickDesk {
  const open = new Set<Promise<void>>();
  const failed = (click: IncomingClick, error: unknown) => {
    const reference = referenceOf(click.event);
    log.error({ reference, event: click.event, fault: faultOf(error) }, 'click failed');
    return { toast: { type: 'error', content: errors.unexpected(reference, error).say } };
  };
  const settle = async (click: IncomingClick): Promise<object> => {
    try {
      return await onClick(click);
    } catch (error) {
      return failed(click, error);
    }
  };
  const catchUp = async (click: IncomingClick, answer: object) => {
    try {
      await onLateAnswer?.(click, answer);
    } catch (error) {
      failed(click, error);
    }
  };
  return {
    answer(click) {
      const handling = settle(click);
      return new Promise((resolve) => {
        let late = false;
        const timer = setTimeout(() => {
          late = true;
          resolve(tooSlow);
        }, limitMs);
        const whole = handling.then(async (answer) => {
          clearTimeout(timer);
          resolve(answer);
          if (late) await catchUp(click, answer);
          open.delete(whole);
        });
        open.add(whole);
      });
    },
    size: () => open.size,
    async idle() {
      while (open.size > 0) await Promise.all(open);
    },
  };
}
