import type { Action } from '../actions/define-action.ts';
import type { Command } from '../commands/define-command.ts';
import type { FileSources, ReceivedFile } from '../commands/file/received-file.ts';
import type { Context } from '../context.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Feishu } from '../feishu/feishu.ts';
import type { KnowledgeCache } from '../operations/book/knowledge.ts';
import type { Reply } from '../reply/reply.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { Measured } from '../shared/measure.ts';
import type { Trace } from '../shared/trace.ts';
import type { DocumentStore, WriteMeta } from '../store/document-store.ts';
import type { FileStore } from '../store/file-store.ts';
import type { Vault } from '../store/vault.ts';

/** What the pipeline is made of; built once in `main.ts` and in tests. */
export interface PipelineDeps {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly feishu: Feishu;
  readonly clock: Clock;
  readonly log: Log;
  readonly calendar: WorkCalendar;
  readonly knowledge: KnowledgeCache;
  /** Wakes the outbox after a commit. */
  readonly wakeOutbox: () => void;
  readonly botOpenId: () => string | undefined;
  readonly demo: boolean;
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  /** Answers what is neither a command nor a near miss: a plain sentence. */
  readonly answerSentence: (context: Context, text: string) => Promise<Reply>;
  /** Looks into a file before its transaction opens, as long as that takes; its result is passed to the answer. */
  readonly lookIntoFile: (sources: FileSources, file: ReceivedFile) => Promise<unknown>;
  /** Answers a file or picture, which is kept already or was refused. */
  readonly answerFile: (context: Context, file: ReceivedFile, found?: unknown) => Promise<Reply>;
  readonly trace?: Trace;
  readonly measured?: Measured;
}

/** The same for one event: its short number and the journal line's head. */
export interface EventDeps extends PipelineDeps {
  readonly reference: string;
  readonly meta: WriteMeta;
  /** What was looked up for it before its transaction. */
  readonly found?: unknown;
}
