import type { Book } from './domain/assessment/scoring/book.ts';
import type { WorkCalendar } from './domain/calendar/work-calendar.ts';
import type { Vocabulary } from './domain/language/understand.ts';
import type { Actor, Place } from './domain/people/actor.ts';
import type { Feishu } from './feishu/feishu.ts';
import type { Log } from './shared/log.ts';
import type { Instant } from './shared/time.ts';
import type { DocumentStore, ReadTx, WriteTx } from './store/document-store.ts';
import type { FileStore } from './store/file-store.ts';
import type { Trail } from './store/trail.ts';
import type { Vault } from './store/vault.ts';

/** What `/help` shows of a command. */
export interface CommandSummary {
  readonly name: string;
  readonly alias: string;
  readonly summary: string;
  readonly example: string;
  readonly section: string;
}

/** The foot of every card; scores name all of it, other cards only the demonstration. */
interface Frame {
  readonly demo: boolean;
  readonly asOf: Instant;
  readonly ruleVersion: string;
}

/** What may be asked before the event's transaction opens: slow things, which must not hold up the others. */
export interface LookUpSources {
  readonly feishu: Feishu;
  readonly trail: Trail;
  readonly files: FileStore;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
  /** Makes tens of thousands of documents ready for the transaction that will put them. */
  readonly prepare: DocumentStore['prepare'];
  /** A consistent view of the store, and the vocabulary as of it. */
  readonly read: <T>(run: (tx: ReadTx, vocabulary: () => Promise<Vocabulary>) => Promise<T>) => Promise<T>;
}

/** What every handler gets. Its transaction is the event's; nothing it does counts before that commits. */
export interface Context {
  readonly actor: Actor;
  readonly place: Place;
  readonly tx: WriteTx;
  readonly now: Instant;
  readonly log: Log;
  /** Short number of this event, also in the log. */
  readonly reference: string;
  readonly calendar: WorkCalendar;
  readonly vault: Vault;
  readonly files: FileStore;
  /** What every card says at its foot: as of when, by which rules, and whether the data are the demonstration's. */
  readonly frame: Frame;
  /** The commands this person may use here. */
  readonly commands: readonly CommandSummary[];
  /** Assessment data and vocabulary as of this transaction, built once per data version. */
  readonly knowledge: { book(): Promise<Book>; vocabulary(): Promise<Vocabulary> };
}
