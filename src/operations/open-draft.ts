import type { Book } from '../domain/assessment/book.ts';
import { valueProblem } from '../domain/assessment/value-problem.ts';
import type { Understanding } from '../domain/language/understand.ts';
import type { Actor } from '../domain/people/actor.ts';
import { errors } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import type { Instant } from '../shared/time.ts';
import type { Doc } from '../store/collections.ts';
import type { WriteTx } from '../store/document-store.ts';
import { placeItem } from './place-item.ts';

type Draft = Doc<'drafts'>;
type Said = Extract<Understanding, { kind: 'progress' | 'ask' }>;

interface Opening {
  readonly actor: Actor;
  readonly book: Book;
  readonly said: Said;
  readonly note?: string | undefined;
  /** The message it was read from. */
  readonly text?: string;
  readonly now: Instant;
}

/** More than a unit ever reports at once; a longer message is asked to be split. */
const mostItems = 60;

function placedItems({ actor, book, said, note }: Opening): Pick<Draft, 'items' | 'refused'> {
  const items: Draft['items'] = [];
  const refused: string[] = [];
  for (const item of said.items) {
    const placing = placeItem(book, actor, item);
    const problem = valueProblem(book.indicator(item.indicator), item.value);
    if ('refusal' in placing) refused.push(placing.refusal);
    else if (problem) refused.push(problem);
    else items.push({ ...item, unit: placing.assignment.unit, ...(note ? { note } : {}) });
  }
  return { items, refused: [...new Set(refused)] };
}

function openAsks({ said }: Opening): Draft['asks'] {
  if (said.kind !== 'ask') return [];
  return said.asks.map((ask) => ({
    reason: ask.reason,
    text: ask.text.slice(0, 200),
    indicator: ask.indicator,
    unit: ask.unit ?? null,
    period: ask.period ?? null,
    value: ask.value ?? null,
    candidates: ask.candidates ?? [],
  }));
}

/** Keeps what was understood as a draft for its person's word. Throws `not_allowed` when nothing of it may be reported by them. */
export async function openDraft(tx: WriteTx, opening: Opening): Promise<Draft> {
  const { actor, now } = opening;
  if (opening.said.items.length > mostItems) {
    throw errors.badInput(`一次最多上报${mostItems}项，这条消息没有保存。请分几条发送。`);
  }
  const { items, refused } = placedItems(opening);
  const asks = openAsks(opening);
  if (items.length === 0 && asks.length === 0) {
    throw errors.badInput(`没有可以上报的内容：${refused.slice(0, 3).join('')}`);
  }
  const draft: Draft = {
    id: newId('draft'),
    person: actor.openId,
    state: 'open',
    created_at: now,
    said: opening.text ?? null,
    items,
    asks,
    refused,
  };
  await tx.put('drafts', draft);
  return draft;
}
