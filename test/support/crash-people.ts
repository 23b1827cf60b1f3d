import type { Emulator } from '#src/emulator/emulator.ts';
import type { ClickResult, Press } from '#src/emulator/events/press.ts';
import { bot, type EmulatedMessage } from '#src/emulator/state/message.ts';
import type { Chance } from './crash-random.ts';
import { basics, formValue, isButton, labelOf, type Node, nodesOf } from './emulator-chat-card.ts';
import { pause } from './emulator-seat.ts';

/** A chat's id, or the person's own chat with the bot. */
type Where = 'private' | (string & {});

/** A message somebody said, and what its one answer must contain. */
export interface Asked {
  readonly message: string;
  readonly chat: string;
  readonly text: string;
  readonly expected: string;
}

/** Something that must take effect once, if its button was pressed at all. */
export interface Deed {
  readonly kind: 'report' | 'problem';
  /** `indicator|unit|value` or the problem's text: made for this deed alone. */
  readonly mark: string;
  /** The message whose button it is. */
  readonly card: string;
  /** How often the button was pressed. */
  presses: number;
  /** What the pressers were told. */
  readonly told: string[];
}

/** Who reports what where; `say` makes the sentence of their n-th value. */
export interface Reporter {
  readonly openId: string;
  readonly chat: Where;
  readonly say: (number: number) => string;
  /** `indicator|unit|value` as the report will have it. */
  readonly mark: (number: number) => string;
}

const patienceMs = 170_000;
/** Told when the button has taken effect, now or before, or surely will. */
const certain = /已记录|已提交|无需重复操作|内容已经更新|正在处理/;

interface Acting {
  readonly emulator: Emulator;
  readonly chance: Chance;
  readonly isOver: () => boolean;
}

/** Everybody who uses the bot meanwhile, and what they remember of it. */
export class People {
  readonly asked: Asked[] = [];
  readonly deeds: Deed[] = [];
  readonly #acting: Acting;

  constructor(acting: Acting) {
    this.#acting = acting;
  }

  /** Reports values one after another; some are pressed twice at once, some are never confirmed. */
  async reports({ openId, chat, say, mark }: Reporter): Promise<void> {
    const { chance, isOver } = this.#acting;
    for (let number = 1; !isOver(); number += 1) {
      // A trailing zero would be dropped, and the mark with it.
      if (number % 10 === 0) continue;
      const card = await this.#asks(openId, chat, { text: say(number), expected: '请确认上报内容' });
      const deed: Deed = { kind: 'report', mark: mark(number), card: card.id, presses: 0, told: [] };
      this.deeds.push(deed);
      const button = nodesOf(card.body).find((node) => isButton(node) && labelOf(node) === '确认上报') ?? {};
      await pause(chance.number(100));
      if (!chance.strikes(0.15))
        await this.#pressesUntilCertain(deed, { openId, card, press: basics(button) });
    }
  }

  /** Asks for the ranking again and again. */
  async reads(openId: string, { chat, text }: { chat: Where; text: string }): Promise<void> {
    while (!this.#acting.isOver()) {
      await this.#asks(openId, chat, { text, expected: '名次' });
      await pause(this.#acting.chance.number(150));
    }
  }

  /** Fills in the problem form again and again. */
  async submits(openId: string): Promise<void> {
    for (let number = 1; !this.#acting.isOver(); number += 1) {
      const card = await this.#asks(openId, 'private', { text: '/诉求', expected: '提交企业诉求' });
      const mark = `${openId}第${number}号诉求：厂区门口道路破损，请尽快修复。`;
      const form = nodesOf(card.body).find((node) => node.tag === 'form') ?? {};
      const filled = new Map(Object.entries({ category: '基础设施', urgency: 'urgent', text: mark }));
      const { values } = formValue(form, filled);
      const submit: Node = nodesOf(form).find((node) => node.form_action_type === 'submit') ?? {};
      const deed: Deed = { kind: 'problem', mark, card: card.id, presses: 0, told: [] };
      this.deeds.push(deed);
      const press = { ...basics(submit), form_value: values };
      await this.#pressesUntilCertain(deed, { openId, card, press });
      await pause(this.#acting.chance.number(200));
    }
  }

  /** How much was done, and what pressers were told. */
  counts() {
    const told: Record<string, number> = {};
    for (const words of this.deeds.flatMap((deed) => deed.told)) told[words] = (told[words] ?? 0) + 1;
    return { asked: this.asked.length, deeds: this.deeds.length, told };
  }

  async #asks(
    openId: string,
    chat: Where,
    { text, expected }: Pick<Asked, 'text' | 'expected'>,
  ): Promise<EmulatedMessage> {
    const { emulator } = this.#acting;
    const { messageId: message } = await emulator.says(openId, chat, text);
    const chatId = chat === 'private' ? emulator.privateChatOf(openId) : chat;
    this.asked.push({ message, chat: chatId, text, expected });
    const find = () =>
      emulator.messagesOf(chatId).find(({ from, replyTo }) => from === bot && replyTo === message);
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const answer = find();
      if (answer) return answer;
      if (Date.now() > deadline)
        throw new Error(`no answer to “${text}” (${message}) within ${patienceMs} ms`);
      await pause(15);
    }
  }

  /** What gets no certain answer is pressed again, as people do: a new event each time. */
  async #pressesUntilCertain(
    deed: Deed,
    { openId, card, press }: { openId: string; card: EmulatedMessage; press: Press },
  ): Promise<void> {
    const { emulator, chance } = this.#acting;
    const deadline = Date.now() + patienceMs;
    const once = async (): Promise<boolean> => {
      deed.presses += 1;
      const result = await emulator.clicks(openId, card.id, press);
      deed.told.push(wordsOf(result));
      return certain.test(wordsOf(result));
    };
    while (Date.now() < deadline) {
      const answers = await Promise.all(chance.strikes(0.2) ? [once(), once()] : [once()]);
      if (answers.includes(true)) return;
      await pause(250);
    }
    throw new Error(
      `“${deed.mark}” was pressed ${deed.presses} times: ${[...new Set(deed.told)].join('、')}`,
    );
  }
}

function wordsOf({ toast, error }: ClickResult): string {
  return toast?.content ?? (error ? `${error.code} ${error.message}` : '(nothing)');
}
