/** A message as the platform takes it: `content` is JSON text (card JSON 2.0, `{"text": …}` or `{"file_key": …}`). */
export interface PlatformMessage {
  readonly kind: 'interactive' | 'text' | 'file';
  readonly content: string;
  /** The same content goes to many. */
  readonly shared?: boolean;
}

/** What the platform says of a delivered message. */
export interface Delivered {
  readonly messageId: string;
  readonly chatId: string;
}

/** A file or picture within a message. */
interface SentFile {
  readonly type: 'file' | 'image';
  readonly key: string;
}

/** A person of the tenant's directory. */
export interface DirectoryPerson {
  readonly openId: string;
  /** The mobile or e-mail that found them. */
  readonly contact: string;
}

/** The platform as the product needs it. Every call throws a `PlatformError` when it does not succeed. */
export interface Feishu {
  /** Sends to a chat or a person; `uuid` (≤ 50) makes it at most once within an hour (fact sheet §4.2). */
  send(to: { chat: string } | { person: string }, message: PlatformMessage, uuid: string): Promise<Delivered>;
  /** Answers a message in its chat. */
  reply(messageId: string, message: PlatformMessage, uuid: string): Promise<Delivered>;
  /** Replaces a sent card for everyone; within 14 days, 5 a second per message (fact sheet §4.4). */
  update(messageId: string, content: string): Promise<void>;
  /** Uploads a file of 1 byte to 30 MB; the `file_key` with which it can be sent as a message (fact sheet §4.9). */
  uploadFile(file: { name: string; bytes: Uint8Array }): Promise<string>;
  /** A file or picture that a person has sent in that message; more than `maxBytes` is a PlatformError of code 413. */
  downloadFile(messageId: string, file: SentFile, maxBytes: number): Promise<Buffer>;
  /** The bot's own open_id and name. */
  botInfo(): Promise<{ openId: string; name: string }>;
  /** Looks people up by mobile or e-mail (≤ 50 each); those not found are missing. */
  findPeople(contacts: { mobiles: string[]; emails: string[] }): Promise<DirectoryPerson[]>;
  /** Whether the person has left (resigned, frozen or exited) or cannot be seen any more. */
  hasLeft(openId: string): Promise<boolean>;
}

/** What an outgoing call's failure means for the outbox. */
export type FailureKind =
  /** Said no for good: park. */
  | 'refused'
  /** Nothing happened, try again with back-off. */
  | 'retry'
  /** Told to wait: `waitMs`. */
  | 'limited'
  /** May or may not have happened (timeout, reset, 5xx): only with the same uuid within its hour. */
  | 'unknown';

/** A failed call, classified by our own table (fact sheet §4.5; the SDK's own classification is wrong). */
export class PlatformError extends Error {
  readonly kind: FailureKind;
  /** The platform's code, or the HTTP status when there was none, 0 for network failures. */
  readonly code: number;
  readonly waitMs: number;

  constructor(
    kind: FailureKind,
    code: number,
    options: { message: string; waitMs?: number; cause?: unknown },
  ) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'PlatformError';
    this.kind = kind;
    this.code = code;
    this.waitMs = options.waitMs ?? 0;
  }
}
