import type { Card } from '#cards/kit/card.ts';
import type { ReceivedFile } from '../commands/file/received-file.ts';
import { quietUntil } from '../domain/calendar/quiet.ts';
import { isShown } from '../operations/is-shown.ts';
import { loadActor } from '../operations/people/load-actor.ts';
import { queueReply } from '../reply/queue-reply.ts';
import type { IncomingMessage } from '../webhook/events/incoming.ts';
import type { EventDeps } from './deps.ts';
import { sourcesOf } from './look-up.ts';

/** Shows a card about the file, or changes the one that is shown: a transaction of its own, since the answer's comes later. */
async function tell(
  deps: EventDeps,
  { message, chat, sender }: IncomingMessage,
  { subject, card }: { subject: string; card: Card },
): Promise<void> {
  const { store, meta, vault, log, reference, calendar } = deps;
  const asked = { message, chat: chat.id, private: chat.type === 'private', person: sender.open_id };
  await store.write({ ...meta, what: 'import.progress' }, async (tx) => {
    const reply = (await isShown(tx, subject))
      ? { updates: [{ subject, card }] }
      : { here: [{ card, subject }] };
    const quiet = (at: string) => quietUntil(calendar, at);
    await queueReply(tx, { reply, at: meta.at, asked, vault, log, reference, quiet });
    tx.afterCommit(deps.wakeOutbox);
  });
}

/** What a file says, looked into before its message's transaction opens, since nobody else can write while one is open. */
export async function lookIntoFile(
  deps: EventDeps,
  message: IncomingMessage,
  file: ReceivedFile,
): Promise<unknown> {
  const subject = `file:${message.message}`;
  const actor = await deps.store.read((tx) => loadActor(tx, message.sender, message.tenant));
  const sources = { ...sourcesOf(deps), ...{ actor, subject, demo: deps.demo } };
  return deps.lookIntoFile({ ...sources, tell: (card) => tell(deps, message, { subject, card }) }, file);
}
