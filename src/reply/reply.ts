import type { Card } from '#cards/kit/card.ts';
import type { KeptFile } from '../store/file-store.ts';

/** One message to someone. */
export interface Outgoing {
  readonly card?: Card;
  /** A kept file, instead of card and text. */
  readonly file?: KeptFile;
  /** Plain text, when there is no card; also what is sent when the platform refuses the card. */
  readonly text?: string;
  /** What the card shows, e.g. `problem:P0467:desk`, so that it can be updated in place later. */
  readonly subject?: string;
  /** Seal the content in the store under this key, since it shows contact details. */
  readonly sealUnder?: string;
}

/** A message to someone else than the asker. Held back in quiet hours unless urgent (domain §8). */
export interface Notice {
  readonly to: { readonly person: string } | { readonly chat: string };
  readonly message: Outgoing;
  readonly urgent?: boolean;
}

/** What a click's presser sees at once. */
export interface Toast {
  readonly type: 'info' | 'success' | 'error' | 'warning';
  readonly content: string;
}

/** A new look of every sent card of a subject. */
export interface ReplyUpdate {
  readonly subject: string;
  readonly card: Card;
  /** As for a message: seal the card in the store while it waits to be sent. */
  readonly sealUnder?: string;
  /** Whether the reader of a private card may still read it; without it all may. */
  readonly mayRead?: (person: string) => Promise<boolean>;
}

/** What a handler answers; `reply/` is the only sender. */
export interface Reply {
  /** In the chat where it was asked. */
  readonly here?: readonly Outgoing[];
  /** To the asker alone. In a private chat this is the same as `here`. */
  readonly privately?: readonly Outgoing[];
  /** Clicks only: the pressed card becomes this, for everyone. */
  readonly replace?: { readonly card: Card; readonly subject?: string; readonly sealUnder?: string };
  /** Clicks only. */
  readonly toast?: Toast;
  readonly notices?: readonly Notice[];
  /** Every sent card of the subject becomes this. */
  readonly updates?: readonly ReplyUpdate[];
}
