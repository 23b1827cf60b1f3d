import { hash } from 'node:crypto';
import type { Card } from '#cards/kit/card.ts';
import { checkCard } from '#cards/kit/check-card.ts';
import { buttonsOf } from '#cards/kit/fingerprint.ts';
import type { Log } from '../shared/log.ts';
import { plainTextOf, titleOf } from './plain-text.ts';
import type { Outgoing } from './reply.ts';

/** A message as an outbox document keeps it. */
export interface Prepared {
  readonly kind: 'interactive' | 'text' | 'file';
  /** JSON text, as the platform takes it; for a file its `{ hash, name }`, since it is uploaded when it is sent. */
  readonly content: string;
  /** Fingerprints of the buttons it shows. */
  readonly buttons: string[];
  /** The content's id, once it has been sent before: it is kept once for all then (see `kept-content.ts`). */
  readonly look?: string;
}

/** 20,000 characters stay below the platform's 150 KB for a text, 6,000 below its 30 KB for a card (fact sheet §4.2), whatever they are. */
const textLength = 20_000;
const plainCardLength = 6_000;

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** A text message. The platform reads `<at …>` and `[…](…)` in it, so what people wrote must not form them. */
export function textMessage(text: string): Prepared {
  const safe = text.replaceAll('<', '＜').replaceAll('>', '＞').replaceAll('](', '] (');
  return { kind: 'text', content: JSON.stringify({ text: cut(safe, textLength) }), buttons: [] };
}

/** Cards that are shown to many are built once; so they are checked and written as JSON once too. */
const checked = new WeakMap<Card, Prepared>();

/** `written`: the card as JSON, where somebody has it already. */
function cardMessage(card: Card, written?: string): Prepared {
  const known = checked.get(card);
  if (known) return known;
  return { kind: 'interactive', content: written ?? JSON.stringify(card), buttons: buttonsOf(card) };
}

/** A card that comes a second time may come a hundred times. */
function nameLook(card: Card, known: Prepared): void {
  if (known.look === undefined) checked.set(card, { ...known, look: hash('sha256', known.content) });
}

/** Whether the platform would take the card; a refusal is logged by its codes, never by its content. */
function isSendable(card: Card, log: Log): boolean {
  const known = checked.get(card);
  if (known) {
    nameLook(card, known);
    return true;
  }
  const content = JSON.stringify(card);
  const faults = checkCard(card, content);
  if (faults.length === 0) {
    checked.set(card, cardMessage(card, content));
    return true;
  }
  log.error({ codes: faults.map((fault) => fault.code) }, 'card would be refused; its text goes instead');
  return false;
}

/** The file, or the card, or the text instead of it where there is none or the platform would refuse it. */
export function prepareMessage({ card, text, file }: Outgoing, log: Log): Prepared {
  if (file) return { kind: 'file', content: JSON.stringify(file), buttons: [] };
  if (!card) return textMessage(text ?? '');
  return isSendable(card, log) ? cardMessage(card) : textMessage(text ?? plainTextOf(card));
}

function plainCard(card: Card): Card {
  const content = cut(plainTextOf(card), plainCardLength);
  return {
    schema: '2.0',
    config: { update_multi: true, enable_forward: false },
    header: { title: { tag: 'plain_text', content: titleOf(card) } },
    body: { elements: [{ tag: 'div', text: { tag: 'plain_text', content } }] },
  };
}

/** A card in place of a sent one. A card cannot become a text message, so a refused one becomes a plain card that says the same. */
export function prepareReplacement(card: Card, log: Log): Prepared & { readonly card: Card } {
  const shown = isSendable(card, log) ? card : plainCard(card);
  return { ...cardMessage(shown), card: shown };
}
