import type { ReceivedFile } from '../commands/file/received-file.ts';
import { quietUntil } from '../domain/calendar/quiet.ts';
import { addressed } from '../parse/address.ts';
import { queueReply } from '../reply/queue-reply.ts';
import type { Reply } from '../reply/reply.ts';
import type { WriteTx } from '../store/document-store.ts';
import type { IncomingMessage } from '../webhook/events/incoming.ts';
import { answerText } from './answer-text.ts';
import { buildContext } from './build-context.ts';
import type { EventDeps } from './deps.ts';

/** Answers a message inside its transaction, once: an inbox document that is done is left alone. `instead` replaces the handler's answer after an error. */
export async function answerMessage(
  deps: EventDeps & { readonly instead?: Reply; readonly file?: ReceivedFile | undefined },
  tx: WriteTx,
  message: IncomingMessage,
): Promise<void> {
  const inbox = await tx.get('inbox', `message:${message.message}`);
  if (inbox?.state !== 'pending') return;
  const isPrivate = message.chat.type === 'private';
  const reply = deps.instead ?? (await replyTo(deps, tx, message));
  await queueReply(tx, {
    reply,
    at: deps.meta.at,
    asked: {
      message: message.message,
      chat: message.chat.id,
      private: isPrivate,
      person: message.sender.open_id,
    },
    vault: deps.vault,
    log: deps.log,
    reference: deps.reference,
    quiet: (at) => quietUntil(deps.calendar, at),
  });
  await tx.put('inbox', { ...inbox, state: 'done', body: null });
  tx.afterCommit(deps.wakeOutbox);
}

async function replyTo(
  deps: EventDeps & { readonly file?: ReceivedFile | undefined },
  tx: WriteTx,
  message: IncomingMessage,
): Promise<Reply> {
  const context = await buildContext(deps, tx, {
    person: message.sender,
    tenant: message.tenant,
    chat: { id: message.chat.id, private: message.chat.type === 'private' },
  });
  if (deps.file) return deps.answerFile(context, deps.file, deps.found);
  return answerText(deps, context, addressed(message.text, message.mentions, deps.botOpenId()));
}
