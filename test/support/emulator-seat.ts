import type { Emulator } from '#src/emulator/emulator.ts';
import type { ClickResult, Press } from '#src/emulator/events/press.ts';
import { bot, type EmulatedMessage } from '#src/emulator/state/message.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import { type Node, nodesOf } from './emulator-chat-card.ts';

const pauseMs = 10;

/** Waits so many milliseconds of machine time. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function asLine(message: EmulatedMessage): string {
  return `  ${message.from}: ${messageText(message).replaceAll('\n', ' ¦ ').slice(0, 600)}`;
}

/** A person's place in one chat: what they have seen, pressed and filled so far. */
export class Seat {
  readonly emulator: Emulator;
  readonly openId: string;
  readonly chatId: string;
  readonly #patienceMs: number;
  readonly filled = new Map<string, unknown>();
  lastClick: ClickResult | undefined;
  /** Only what changed after this sequence number counts as shown. */
  #since = 0;

  constructor(emulator: Emulator, place: { openId: string; chatId: string; patienceMs: number }) {
    this.emulator = emulator;
    this.openId = place.openId;
    this.chatId = place.chatId;
    this.#patienceMs = place.patienceMs;
  }

  /** From now on only new things count. */
  forget(): void {
    for (const { sequence } of this.emulator.messagesOf(this.chatId))
      this.#since = Math.max(this.#since, sequence);
    this.lastClick = undefined;
  }

  /** The bot's messages that are new or changed. */
  fresh(): EmulatedMessage[] {
    const all = this.emulator.messagesOf(this.chatId);
    return all.filter(({ from, sequence }) => from === bot && sequence > this.#since);
  }

  /** Their texts, and what the last press showed. */
  shown(): string[] {
    const { toast, error } = this.lastClick ?? {};
    const flashed = [...(toast ? [toast.content] : []), ...(error ? [`${error.code} ${error.message}`] : [])];
    return [...this.fresh().map(messageText), ...flashed];
  }

  async press(message: EmulatedMessage, press: Press): Promise<void> {
    this.forget();
    const deadline = Date.now() + this.#patienceMs;
    for (;;) {
      this.lastClick = await this.emulator.clicks(this.openId, message.id, press);
      // Pressed before the bot has learned which message its card became: people press again.
      const early = this.lastClick.toast?.content.includes('刚刚发出') === true;
      if (!early || Date.now() > deadline) return;
      await pause(pauseMs);
    }
  }

  /** The newest component on a card of the bot that is meant; waits for it. */
  async findOnCard(
    isMeant: (node: Node) => boolean,
    what: string,
  ): Promise<{ message: EmulatedMessage; node: Node }> {
    const find = () => {
      for (const message of [...this.emulator.messagesOf(this.chatId)].reverse()) {
        if (message.from !== bot || message.body.kind !== 'interactive') continue;
        const node = nodesOf(message.body.card).find(isMeant);
        if (node) return { message, node };
      }
      return undefined;
    };
    return this.waitFor(find, `finds no ${what} on any card`);
  }

  /** Asks again and again until there is something; throws with the transcript when patience ends. */
  async waitFor<T>(find: () => T | undefined, otherwise: string): Promise<T> {
    const deadline = Date.now() + this.#patienceMs;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw this.failure(otherwise);
      await pause(pauseMs);
    }
  }

  /** An error that shows what was on the screen. */
  failure(why: string): Error {
    const all = this.emulator.messagesOf(this.chatId).slice(-4).map(asLine);
    const shown = this.shown().join('\n--\n') || '(nothing)';
    return new Error(
      `${this.openId} ${why}\nshown since the last act:\n${shown}\nlast messages of ${this.chatId}:\n${all.join('\n')}`,
    );
  }
}
