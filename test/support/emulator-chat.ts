import type { Emulator } from '#src/emulator/emulator.ts';
import type { ClickResult, Press } from '#src/emulator/events/press.ts';
import type { EmulatedMessage } from '#src/emulator/state/message.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import { basics, fieldsOf, formValue, isButton, labelOf, type Node, nodesOf } from './emulator-chat-card.ts';
import { pause, Seat } from './emulator-seat.ts';

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

/** The option with that text or value, if the component offers it. */
function optionOf(node: Node, wanted: string): Node | undefined {
  const options = Array.isArray(node.options) ? (node.options as Node[]) : [];
  return options.find((option) => labelOf(option) === wanted || option.value === wanted);
}

/** The chat as scenario tests speak it: `await chat.as(cadre).says('固投 12.3亿').sees('请确认').presses('确认')`. */
export class EmulatorChat {
  readonly emulator: Emulator;
  readonly #patienceMs: number;
  readonly #seats = new Map<string, Seat>();

  /** `patienceMs`: how long steps wait for what should appear. */
  constructor(emulator: Emulator, { patienceMs = 5000 }: { patienceMs?: number } = {}) {
    this.emulator = emulator;
    this.#patienceMs = patienceMs;
  }

  /** Speaks as a person, in their private chat until `inGroup`. What they have seen so far is remembered between calls. */
  as(openId: string): Speaker {
    return this.#speaker(openId, this.emulator.privateChatOf(openId));
  }

  #speaker(openId: string, chatId: string): Speaker {
    const key = `${openId} ${chatId}`;
    const seat =
      this.#seats.get(key) ?? new Seat(this.emulator, { openId, chatId, patienceMs: this.#patienceMs });
    this.#seats.set(key, seat);
    return new Speaker(seat, (otherChat) => this.#speaker(openId, otherChat));
  }
}

/** One person in one chat. Every step waits for the one before; awaiting the chain runs it to its end. */
export class Speaker implements PromiseLike<void> {
  readonly #seat: Seat;
  readonly #elsewhere: (chatId: string) => Speaker;
  #steps: Promise<void> = Promise.resolve();

  constructor(seat: Seat, elsewhere: (chatId: string) => Speaker) {
    this.#seat = seat;
    this.#elsewhere = elsewhere;
  }

  /** The same person in a group. */
  inGroup(chatId: string): Speaker {
    return this.#goOnAs(this.#elsewhere(chatId));
  }

  /** The same person in their private chat. */
  inPrivate(): Speaker {
    const { emulator, openId } = this.#seat;
    return this.#goOnAs(this.#elsewhere(emulator.privateChatOf(openId)));
  }

  /** Says something; only what comes after it counts for `sees`. `@机器人` and `@name` become mentions. */
  says(text: string, as?: 'text' | 'post'): this {
    return this.#step(async ({ emulator, openId, chatId }) => {
      this.#seat.forget();
      await emulator.says(openId, chatId, { text, ...(as ? { as } : {}) });
    });
  }

  /** Sends a file; only what comes after it counts for `sees`. */
  sendsFile(name: string, bytes: Buffer): this {
    return this.#step(async ({ emulator, openId, chatId }) => {
      this.#seat.forget();
      await emulator.says(openId, chatId, { text: '', file: { name, bytes } });
    });
  }

  /** Waits until a text message or a card of the bot, or the last press's toast, shows the text. */
  sees(wanted: string | RegExp): this {
    return this.#step(async (seat) => {
      const find = () => seat.shown().find((text) => matches(text, wanted));
      await seat.waitFor(find, `does not see ${String(wanted)}`);
    });
  }

  /** Waits for an answer and makes sure that nothing shown since the last act has the text. */
  doesNotSee(unwanted: string | RegExp): this {
    return this.#step(async (seat) => {
      await seat.waitFor(() => seat.shown()[0], 'gets no answer');
      if (seat.shown().some((text) => matches(text, unwanted)))
        throw seat.failure(`sees ${String(unwanted)}`);
    });
  }

  /** Makes sure that the bot says nothing here for a while. */
  seesNothing(forMs = 300): this {
    return this.#step(async (seat) => {
      await pause(forMs);
      if (seat.shown().length > 0) throw seat.failure('sees something');
    });
  }

  /** Forgets what has been shown here so far: `sees` then means something new. */
  looksAway(): this {
    return this.#step(async (seat) => seat.forget());
  }

  /** Presses the button with that visible text on the newest card that has it, agreeing to a confirmation. */
  presses(label: string | RegExp): this {
    return this.#step(async (seat) => {
      const isMeant = (node: Node) => isButton(node) && matches(labelOf(node), label);
      const { message, node } = await seat.findOnCard(isMeant, String(label));
      await this.#pressButton(message, node);
    });
  }

  /** Notes what to put into the components of those names at the next submit. */
  fills(values: Readonly<Record<string, unknown>>): this {
    return this.#step(async ({ filled }) => {
      for (const [name, value] of Object.entries(values)) filled.set(name, value);
    });
  }

  /** Presses the submit button of the newest form that has all filled names. */
  submits(label?: string | RegExp): this {
    return this.#step(async (seat) => {
      const names = [...seat.filled.keys()];
      const has = (form: Node, name: string) => fieldsOf(form).some((field) => field.name === name);
      const isMeant = (node: Node) => node.tag === 'form' && names.every((name) => has(node, name));
      const { message, node: form } = await seat.findOnCard(isMeant, `form with ${names.join('、')}`);
      const buttons = nodesOf(form).filter((node) => node.form_action_type === 'submit');
      const button = buttons.find((node) => label === undefined || matches(labelOf(node), label));
      if (!button) throw seat.failure(`finds no submit button ${String(label ?? '')}`);
      await this.#pressButton(message, button);
    });
  }

  /** Picks an option, by its text or value, of the stand-alone select or overflow that offers it on the newest card. */
  chooses(option: string): this {
    return this.#step(async (seat) => {
      const { message, node } = await seat.findOnCard((each) => optionOf(each, option) !== undefined, option);
      await seat.press(message, { ...basics(node), option: String(optionOf(node, option)?.value) });
    });
  }

  /** Presses with an action made by the test, e.g. a forged value, on the newest card. */
  pressesRaw(press: Press): this {
    return this.#step(async (seat) => {
      const { message } = await seat.findOnCard(() => true, 'component');
      await seat.press(message, press);
    });
  }

  /** Hands the newest bot message that has the text to the test's own checks. */
  inspects(wanted: string | RegExp, check: (message: EmulatedMessage) => void | Promise<void>): this {
    return this.#step(async (seat) => {
      const find = () => seat.fresh().findLast((message) => matches(messageText(message), wanted));
      await check(await seat.waitFor(find, `does not see ${String(wanted)}`));
    });
  }

  /** What the last press gave: toast, error, whether the card was replaced. */
  inspectsClick(check: (result: ClickResult) => void): this {
    return this.#step(async (seat) => {
      if (!seat.lastClick) throw seat.failure('has pressed nothing');
      check(seat.lastClick);
    });
  }

  then<A = void, B = never>(
    done?: (() => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#steps.then(done, failed);
  }

  #step(work: (seat: Seat) => Promise<void>): this {
    this.#steps = this.#steps.then(() => work(this.#seat));
    // The chain's own await reports the failure; without this one that is awaited late would end the process.
    this.#steps.catch(() => undefined);
    return this;
  }

  #goOnAs(next: Speaker): Speaker {
    return next.#step(() => this.#steps);
  }

  async #pressButton(message: EmulatedMessage, button: Node): Promise<void> {
    const seat = this.#seat;
    if (button.disabled === true) throw seat.failure(`cannot press ${labelOf(button)}: it is disabled`);
    if (button.form_action_type !== 'submit') return seat.press(message, basics(button));
    const card = message.body.kind === 'interactive' ? message.body.card : {};
    const form = nodesOf(card).find((node) => node.tag === 'form' && nodesOf(node).includes(button)) ?? {};
    const { values, missing } = formValue(form, seat.filled);
    if (missing.length > 0)
      throw seat.failure(`leaves ${missing.join('、')} empty: the client would not submit`);
    seat.filled.clear();
    await seat.press(message, { ...basics(button), form_value: values });
  }
}
