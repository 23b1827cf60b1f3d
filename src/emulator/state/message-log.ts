import { randomBytes } from 'node:crypto';
import type { Instant } from '../../shared/time.ts';
import type { EmulatedMessage, MessageBody } from './message.ts';

/** A message about to be kept. */
export interface NewMessage {
  readonly chatId: string;
  readonly from: string;
  readonly body: MessageBody;
  readonly replyTo?: string;
}

const keptCards = 20;

/** All messages in memory, the last so many per chat, with news of each change. */
export class MessageLog {
  readonly #byId = new Map<string, EmulatedMessage>();
  readonly #idsOf = new Map<string, string[]>();
  readonly #listeners = new Set<(message: EmulatedMessage) => void>();
  readonly #now: () => Instant;
  readonly #perChat: number;
  #sequence = 0;

  constructor(now: () => Instant, perChat: number) {
    this.#now = now;
    this.#perChat = perChat;
  }

  /** Keeps a message, forgetting the oldest of a full chat. */
  add(message: NewMessage): EmulatedMessage {
    const kept: EmulatedMessage = {
      ...message,
      id: `om_${randomBytes(12).toString('hex')}`,
      at: this.#now(),
      sequence: ++this.#sequence,
      earlier: [],
    };
    const ids = this.#idsOf.get(message.chatId) ?? [];
    this.#idsOf.set(message.chatId, ids);
    ids.push(kept.id);
    if (ids.length > this.#perChat) this.#byId.delete(ids.shift() ?? '');
    return this.#keep(kept);
  }

  /** Replaces the card of a message for everyone. */
  replaceCard(message: EmulatedMessage, card: object): void {
    if (message.body.kind !== 'interactive') return;
    const before = { at: this.#now(), card: message.body.card };
    const earlier = [...message.earlier, before].slice(-keptCards);
    const sequence = ++this.#sequence;
    this.#keep({ ...message, body: { kind: 'interactive', card }, sequence, earlier });
  }

  /** A message that was taken back is not there any more. */
  forget(id: string): void {
    this.#byId.delete(id);
  }

  find(id: string): EmulatedMessage | undefined {
    return this.#byId.get(id);
  }

  of(chatId: string): EmulatedMessage[] {
    return (this.#idsOf.get(chatId) ?? []).flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** The sequence number of the latest change. */
  get sequence(): number {
    return this.#sequence;
  }

  subscribe(listener: (message: EmulatedMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep(message: EmulatedMessage): EmulatedMessage {
    this.#byId.set(message.id, message);
    for (const listener of this.#listeners) listener(message);
    return message;
  }
}
