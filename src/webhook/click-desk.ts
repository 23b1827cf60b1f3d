import { errors } from '../shared/errors.ts';
import { faultOf } from '../shared/fault.ts';
import { newReference } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import type { IncomingClick } from './incoming.ts';

const tooSlow = { toast: { type: 'info', content: '正在处理，稍后看卡片更新' } };

interface ClickDeps {
  readonly log: Log;
  readonly onClick: (click: IncomingClick) => Promise<object>;
  readonly limitMs: number;
}

/** Answers clicks before the platform stops waiting: it does so after 3 s and never asks again (fact sheet §1.1, §2.3). */
export interface ClickDesk {
  /** Never rejects. What is not done in time goes on behind a toast that says so. */
  answer(click: IncomingClick): Promise<object>;
  /** Clicks still being handled, answered or not. */
  size(): number;
  /** Resolves when none is. */
  idle(): Promise<void>;
}

/** Builds the click desk; `limitMs` is the longest a presser waits. */
export function createClickDesk({ log, onClick, limitMs }: ClickDeps): ClickDesk {
  const open = new Set<Promise<object>>();
  const settle = async (click: IncomingClick): Promise<object> => {
    try {
      return await onClick(click);
    } catch (error) {
      const reference = newReference();
      log.error({ reference, event: click.event, fault: faultOf(error) }, 'click failed');
      return { toast: { type: 'error', content: errors.unexpected(reference, error).say } };
    }
  };
  return {
    answer(click) {
      const handling = settle(click);
      open.add(handling);
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(tooSlow), limitMs);
        void handling.then((answer) => {
          clearTimeout(timer);
          open.delete(handling);
          resolve(answer);
        });
      });
    },
    size: () => open.size,
    async idle() {
      while (open.size > 0) await Promise.all(open);
    },
  };
}
