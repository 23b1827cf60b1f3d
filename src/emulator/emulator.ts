import type { Express } from 'express';
import type { Log } from '../shared/log.ts';
import type { Instant } from '../shared/time.ts';
import type { TraceEntry } from '../shared/trace.ts';
import type { ClickResult, Press } from './events/press.ts';
import type { Speech } from './events/speech.ts';
import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { ApiCall } from './open-api/call-log.ts';
import type { EmulatedMessage } from './state/message.ts';
import type { EmulatedChat, EmulatedPerson } from './state/roster.ts';

/** What the developer console of the real platform would show of the app. */
export interface Credentials {
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  readonly botOpenId: string;
  readonly botName: string;
  /** The tenant key in which the app is installed. */
  readonly tenant: string;
}

/** A trace entry with its time. */
export interface TimedTraceEntry extends TraceEntry {
  readonly at: Instant;
}

/** Where the side panel learns what the bot did inside. */
export interface TraceFeed {
  /** Calls the listener for each new entry; the result stops it. */
  subscribe(listener: (entry: TimedTraceEntry) => void): () => void;
  recent(): TimedTraceEntry[];
}

/** A card of the gallery. */
export interface CardSample {
  readonly id: string;
  readonly title: string;
  readonly card: object;
}

/** A person whom the first screen suggests, with sentences to try. */
export interface Suggestion {
  readonly openId: string;
  /** Why this person is worth being, e.g. `还欠 10 月数据的干部`. */
  readonly headline: string;
  readonly tries: readonly string[];
}

/** Everything the emulator is given; it reads no file, no environment and no store. */
export interface EmulatorDeps {
  readonly credentials: Credentials;
  readonly webhookUrl: () => string;
  readonly people: () => readonly EmulatedPerson[];
  readonly chats: () => readonly EmulatedChat[];
  readonly samples: () => readonly CardSample[];
  readonly suggestions?: () => readonly Suggestion[];
  readonly clock: { now(): Instant; moveTo(to: Instant): void };
  readonly log: Log;
  readonly limits?: Partial<Limits>;
  readonly trace: TraceFeed;
}

/** A local Feishu: the Open API the bot calls, the events it gets, and a chat page for people. */
export interface Emulator {
  /** Page, its JSON API, its live feed and `/open-apis`. */
  readonly app: Express;
  /** Says something as a person, in private or in a chat; resolves when the webhook has answered (at once when the delivery is late). */
  says(
    openId: string,
    where: 'private' | (string & {}),
    what: string | Speech,
  ): Promise<{ messageId: string }>;
  /** Presses something on a card as a person; resolves with what their client would show. */
  clicks(openId: string, messageId: string, press: Press): Promise<ClickResult>;
  /** The chat's messages, oldest first; for a private one ask `privateChatOf` first. */
  messagesOf(chatId: string): readonly EmulatedMessage[];
  /** The id of a person's private chat with the bot. */
  privateChatOf(openId: string): string;
  /** Calls `listener` whenever a message is added or its card replaced; the result stops it. */
  onMessage(listener: (message: EmulatedMessage) => void): () => void;
  /** The last calls of the Open API, oldest first. */
  calls(): readonly ApiCall[];
  readonly faults: Faults;
  /** Listens on 127.0.0.1 (0: any free port). */
  listen(port: number): Promise<{ url: string; close(): Promise<void> }>;
}
