import type { z } from 'zod';
import type { PermissionName } from '../authorize/permissions.ts';
import type { Context, LookUpSources } from '../context.ts';
import type { Reply } from '../reply/reply.ts';

/** What a press brings along. */
export interface Press {
  /** The form's values by component name, `{}` when it was no form. */
  readonly form: Readonly<Record<string, unknown>>;
  /** What a stand-alone select or picker says. */
  readonly option: string | undefined;
}

/** Something people may press. */
export interface Action {
  /** The button's id, e.g. `report.confirm`. */
  readonly id: string;
  readonly permission: PermissionName;
  /** False: it only shows something, so pressing it twice shows it twice. True: once per person, message and payload. */
  readonly once: boolean;
  /** Asks the platform or the trail before the transaction opens, for who holds the permission; its result is passed to the handler. */
  readonly lookUp?: (sources: LookUpSources, press: Press, payload: unknown) => Promise<unknown>;
  /** Checks the payload and answers. */
  readonly answer: (context: Context, payload: unknown, press: Press & { found?: unknown }) => Promise<Reply>;
}

interface Declaration<P extends z.ZodType> extends Omit<Action, 'answer' | 'id'> {
  /** The declaration beside the card that shows it. */
  readonly button: { readonly id: string; readonly payload: P };
  readonly run: (
    context: Context,
    payload: z.output<P>,
    press: Press & { found?: unknown },
  ) => Promise<Reply>;
}

/** Declares an action for a card's button. */
export function defineAction<P extends z.ZodType>({ button, run, ...action }: Declaration<P>): Action {
  return {
    ...action,
    id: button.id,
    answer: (context, payload, press) => run(context, button.payload.parse(payload), press),
  };
}
