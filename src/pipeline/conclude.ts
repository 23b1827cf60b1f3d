import { faultOf } from '../shared/fault.ts';
import { referenceOf } from '../shared/ids.ts';
import { type EventKind, unmeasured } from '../shared/measure.ts';
import { asStrongError } from './as-strong-error.ts';
import type { PipelineDeps } from './deps.ts';

/** One event from its coming to its end. */
export interface Handling {
  readonly kind: EventKind;
  /** The same in every log line of the event, in its outgoing messages and in the chat. */
  readonly reference: string;
  /** When it came, by `performance.now()`. */
  readonly sinceMs: number;
}

/** Begins the handling of an event by the platform's id of it. */
export function beginHandling(kind: EventKind, id: string, sinceMs = performance.now()): Handling {
  return { kind, reference: referenceOf(id), sinceMs };
}

/** Builds the two ends of a handling: each is one log line, free of text and names, and its figures. */
export function createConclusion({ log, trace, measured = unmeasured }: PipelineDeps) {
  const spentMs = ({ sinceMs }: Handling) => Math.round((performance.now() - sinceMs) * 10) / 10;
  return {
    done(handling: Handling): void {
      const { kind, reference } = handling;
      const ms = spentMs(handling);
      log.info({ reference, kind, outcome: 'done', ms }, 'event handled');
      measured({ of: 'handled', kind, outcome: 'done', ms });
    },
    failed(handling: Handling, error: unknown) {
      const { kind, reference } = handling;
      const told = asStrongError(error, reference);
      const { code } = told;
      const ms = spentMs(handling);
      const outcome = told.wake ? 'failed' : 'refused';
      const about = { reference, kind, outcome, code, ms };
      if (told.wake) log.error({ ...about, fault: faultOf(told.cause) }, 'event refused');
      else log.info(about, 'event refused');
      measured({ of: 'handled', kind, outcome, ms });
      measured({ of: 'refused', code });
      trace?.({ reference, stage: 'permission', title: `未执行：${code}`, detail: told.say });
      return told;
    },
  };
}
