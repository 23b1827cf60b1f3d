import type { Card } from '#cards/kit/card.ts';
import type { Delivered, Feishu } from '../../feishu/feishu.ts';
import type { Doc } from '../../store/collections.ts';
import type { Vault } from '../../store/vault.ts';
import { plainTextOf } from '../plain-text.ts';
import { textMessage } from '../prepare-message.ts';

/** The content in clear, for the time of the sending only; undefined when its key was destroyed. */
export async function openContent(vault: Vault, { content }: Doc<'outbox'>): Promise<string | undefined> {
  if (content === null) return undefined;
  return typeof content === 'string' ? content : vault.open(content);
}

interface Delivery {
  readonly doc: Doc<'outbox'>;
  readonly content: string;
  /** What is updated, for an update. */
  readonly updates: Doc<'outbox'> | undefined;
}

/** Calls the platform; the document's id is the uuid. An update delivers no message of its own: undefined. */
export async function deliver(
  feishu: Feishu,
  { doc, content, updates }: Delivery,
): Promise<Delivered | undefined> {
  const { target, kind, id } = doc;
  if (target.type === 'update') {
    await feishu.update(updates?.message ?? '', content);
    return undefined;
  }
  if (target.type === 'reply') return feishu.reply(target.message, { kind, content }, id);
  const to = target.type === 'chat' ? { chat: target.chat } : { person: target.person };
  return feishu.send(to, { kind, content }, id);
}

/** What to send instead of a refused card, sealed under the card's key if it was. */
export async function textInstead(
  vault: Vault,
  doc: Doc<'outbox'>,
  content: string,
): Promise<Doc<'outbox'>['content']> {
  const card: Card = JSON.parse(content);
  const text = textMessage(plainTextOf(card)).content;
  const { content: stored } = doc;
  return stored !== null && typeof stored === 'object' ? vault.seal(stored.key, text) : text;
}
