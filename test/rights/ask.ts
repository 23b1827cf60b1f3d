import type { Problem } from '#src/domain/enterprise/problem.ts';
import type { IncomingMessage } from '#src/webhook/events/incoming.ts';
import type { Chat } from './chats.ts';
import type { Listing } from './oracle.ts';
import type { Person } from './people.ts';
import type { Press, Setup } from './probe.ts';
import type { Fact } from './secrets.ts';

/** Where an answer goes: into the chat, to the asker alone while the group gets a word, or nowhere. */
export type Outcome = 'here' | 'privately' | 'refused';

/** One thing to say or press, and what domain §1, §8 and §9 say should come of it. Every person tries it in every chat. */
export interface Ask {
  /** What it tries, in the matrix's words: `own unit`, `another’s draft`. */
  readonly label: string;
  readonly say?: (who: Person) => string;
  readonly press?: (who: Person) => Press;
  /** Comes with what is said. */
  readonly file?: IncomingMessage['file'];
  /** Whether the platform is made to hand the file out; never unless said. */
  readonly fetches?: (who: Person, chat: Chat) => boolean;
  /** What must be in the store for it. */
  readonly setup?: (who: Person) => Setup;
  /** The ranking that is asked for: decides whose places may be shown. */
  readonly listing?: (who: Person, chat: Chat) => Listing | undefined;
  /** The problem it is about, before and after. */
  readonly problems?: (who: Person) => readonly Problem[];
  readonly expect: (who: Person, chat: Chat) => Outcome;
  /** What an answer must show, so that a right is not only never exceeded but granted. */
  readonly shows?: (who: Person, chat: Chat) => readonly Fact[];
}

/** By what it is a declaration of: `command:ranking`, `action:report.confirm`. */
export type Asks = Readonly<Record<string, readonly Ask[]>>;

/** Whether it is nobody but the asker who reads along. */
export const isPrivate = (chat: Chat): boolean => chat.kind === 'private';

/** In private at once, from a group by a message of its own. */
export const toAskerAlone = (chat: Chat): Outcome => (isPrivate(chat) ? 'here' : 'privately');

/** The unit that a person's own questions are about; U01 for who has none. */
export const ownUnit = (who: Person): string => who.units[0] ?? 'U01';

/** A unit that is not theirs. */
export const otherUnit = (who: Person): string => (who.units.includes('U32') ? 'U01' : 'U32');
