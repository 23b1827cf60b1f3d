import type { Actor } from '../../domain/people/actor.ts';
import type { Chat } from '../../domain/people/chat.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';

interface Registration {
  readonly chatId: string;
  readonly kind: Chat['kind'];
  /** The task force or unit, for the kinds that have one. */
  readonly of: string | undefined;
  /** Public ranking chats: every place instead of the first five. */
  readonly full?: boolean;
  readonly by: Actor;
  readonly now: Instant;
}

/** Registers a group from inside it: what the group is shown follows from its kind (domain §1). */
export async function registerChat(
  tx: WriteTx,
  { chatId, kind, of, full, by, now }: Registration,
): Promise<Chat> {
  const registered = { registered_by: by.id, registered_at: now };
  if (kind === 'leaders' || kind === 'public_ranking') {
    const chat: Chat = { id: chatId, kind, ...(full ? { full } : {}), ...registered };
    await tx.put('chats', chat);
    return chat;
  }
  const target = of && (kind === 'unit' ? await tx.get('units', of) : await tx.get('task_forces', of));
  if (!of || !target) throw errors.badInput(`请选择${kind === 'unit' ? '单位' : '专班'}后再登记。`);
  const chat: Chat = { id: chatId, kind, of, ...registered };
  await tx.put('chats', chat);
  return chat;
}
