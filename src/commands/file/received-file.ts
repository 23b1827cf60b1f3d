import type { Card } from '#cards/kit/card.ts';
import type { LookUpSources } from '../../context.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { KeptFile } from '../../store/file-store.ts';

/** A file or picture that somebody sent in private: kept, or why it is not. */
export type ReceivedFile =
  | (KeptFile & { readonly type: 'file' | 'image' })
  | { readonly refused: 'too_large' | 'unavailable' };

/** What may be asked about a file before its transaction opens, by whom, and how its sender is told how far it is. */
export interface FileSources extends LookUpSources {
  readonly actor: Actor;
  readonly demo: boolean;
  /** What the cards about this file are registered under. */
  readonly subject: string;
  /** Shows a card, or changes the one that is shown. */
  readonly tell: (card: Card) => Promise<void>;
}
