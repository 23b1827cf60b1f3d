import type { Instant } from '../../shared/time.ts';

/** The calls of the Open API that the emulator knows. */
export type CallName =
  | 'token'
  | 'send'
  | 'reply'
  | 'update'
  | 'upload'
  | 'download'
  | 'bot_info'
  | 'find_people'
  | 'person';

/** One call the bot made. */
export interface ApiCall {
  readonly at: Instant;
  readonly name: CallName;
  /** The HTTP status, 0 when the connection was cut or hung. */
  readonly status: number;
  /** The platform's code, 0 when it went well, -1 when there was no JSON answer. */
  readonly code: number;
  readonly message: string;
  /** What was asked, without tokens and secrets. */
  readonly asked: unknown;
  /** The uuid was known within its hour: the first message was given again. */
  readonly repeated: boolean;
}

const kept = 500;

/** The last calls, with news of each. */
export class CallLog {
  readonly #calls: ApiCall[] = [];
  readonly #listeners = new Set<(call: ApiCall) => void>();

  add(call: ApiCall): void {
    this.#calls.push(call);
    if (this.#calls.length > kept) this.#calls.shift();
    for (const listener of this.#listeners) listener(call);
  }

  all(): readonly ApiCall[] {
    return this.#calls;
  }

  subscribe(listener: (call: ApiCall) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
