import type { Card } from '#cards/kit/card.ts';
import type { Action } from '#src/actions/define-action.ts';
import { actions } from '#src/actions/index.ts';
import { authorize } from '#src/authorize/authorize.ts';
import type { Command } from '#src/commands/define-command.ts';
import type { Context } from '#src/context.ts';
import { plainTextOf } from '#src/reply/plain-text.ts';
import { queueReply } from '#src/reply/queue-reply.ts';
import type { Outgoing, Reply } from '#src/reply/reply.ts';
import { type Asking, type accounts, type ProblemWorld, problemContext } from './problem-world.ts';

/** Every action on a problem. */
export const problemActions: readonly Action[] = actions.filter(({ id }) => id.startsWith('problem.'));

interface Pressing extends Asking {
  readonly payload?: Record<string, unknown>;
  readonly form?: Record<string, unknown>;
  readonly option?: string;
}

/** Presses and says as the pipeline would: authorised by the table, answered, queued in the outbox, in one transaction. */
export function problemChat(world: ProblemWorld) {
  async function answered(asking: Asking, run: (context: Context) => Promise<Reply>): Promise<Reply> {
    return world.write(async (tx) => {
      const context = await problemContext(world, tx, asking);
      const reply = await run(context);
      const chat = context.place.chatId;
      const asked = { chat, private: context.place.type === 'private', person: context.actor.openId };
      await queueReply(tx, { reply, at: context.now, asked, vault: world.vault, quiet: () => null });
      return reply;
    });
  }
  return {
    press(id: string, { payload = { problem: 'P0001' }, form = {}, option, ...asking }: Pressing) {
      const action = problemActions.find((each) => each.id === id);
      if (!action) throw new Error(`no action ${id}`);
      return answered(asking, (context) => {
        authorize(action.permission, context.actor, context.place);
        return action.answer(context, { action: id, ...payload }, { form, option });
      });
    },
    say(command: Command, rest: string, asking: Asking) {
      return answered(asking, (context) => {
        authorize(command.permission, context.actor, context.place);
        return command.answer(context, rest);
      });
    },
  };
}

/** What a message says, as plain text. */
export function textOf(message: Outgoing | { readonly card: Card } | undefined): string {
  if (!message) return '';
  return message.card ? plainTextOf(message.card) : 'text' in message ? (message.text ?? '') : '';
}

/** What a reply sends to a person beside the chat where it was asked. */
export function sentTo(reply: Reply, open_id: (typeof accounts)[keyof typeof accounts]): string[] {
  const own = (reply.notices ?? []).filter(({ to }) => 'person' in to && to.person === open_id);
  return own.map(({ message }) => textOf(message));
}
