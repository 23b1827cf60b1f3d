import type { Instant } from '../../shared/time.ts';

/** What a message holds. */
export type MessageBody =
  | { readonly kind: 'text' | 'post'; readonly text: string }
  | { readonly kind: 'file'; readonly key: string; readonly name: string; readonly size: number }
  | { readonly kind: 'interactive'; readonly card: object };

/** A message as the emulated platform keeps it. */
export interface EmulatedMessage {
  readonly id: string;
  readonly chatId: string;
  /** The sender's open_id; `bot` for the bot. */
  readonly from: string;
  readonly body: MessageBody;
  readonly at: Instant;
  readonly replyTo?: string;
  /** Grows with every message and every card replacement anywhere, so that “since” can be asked. */
  readonly sequence: number;
  /** Cards this one had before, oldest first (the last 20). */
  readonly earlier: readonly { readonly at: Instant; readonly card: object }[];
}

/** The sender of the bot's messages. */
export const bot = 'bot';
