import type { Book } from '../domain/assessment/book.ts';
import { valueProblem } from '../domain/assessment/value-problem.ts';
import { frequencyOf, isPeriod, startOf } from '../domain/calendar/period.ts';
import type { Actor } from '../domain/people/actor.ts';
import { errors, StrongError } from '../shared/errors.ts';
import { dayOf, type Instant } from '../shared/time.ts';
import type { Doc } from '../store/collections.ts';
import type { WriteTx } from '../store/document-store.ts';
import { settled } from './answer-ask.ts';
import { loadDraft } from './load-draft.ts';
import { readValue } from './read-value.ts';
import { resolvePeriod } from './resolve-period.ts';

type Draft = Doc<'drafts'>;
type Item = Draft['items'][number];
type Ask = Draft['asks'][number];

/** What a person changed of one item; what is absent stays. */
export interface Correction {
  readonly drop: boolean;
  readonly indicator?: string | undefined;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly value?: string | undefined;
  readonly note?: string | undefined;
}

interface Correcting {
  readonly draft: string;
  /** By the item's place in the draft, 0-based: first the items, then the questions. */
  readonly corrections: ReadonlyMap<number, Correction>;
  readonly actor: Actor;
  readonly book: Book;
  readonly now: Instant;
}

function asAsk(item: Item): Ask {
  return { ...item, reason: 'corrected', text: '', candidates: [] };
}

function checkPeriod(book: Book, { indicator, period }: Item, now: Instant): void {
  const { name, frequency } = book.indicator(indicator);
  if (!isPeriod(period) || frequencyOf(period) !== frequency)
    throw errors.badInput(`“${name}”不按这个时期报送，请重选。`);
  if (startOf(period) > dayOf(now)) throw errors.badInput('这个时期还没有开始，请重选。');
}

function corrected({ actor, book, now }: Correcting, ask: Ask, correction: Correction): Item {
  const merged: Ask = {
    ...ask,
    indicator: correction.indicator ?? ask.indicator,
    unit: correction.unit ?? ask.unit,
    period: correction.period ?? ask.period,
    value:
      correction.value === undefined
        ? ask.value
        : readValue(book, correction.indicator ?? ask.indicator, correction.value),
  };
  if (merged.indicator === null) throw errors.badInput('请选择指标。');
  if (merged.value === null) throw errors.badInput('请填写完成值。');
  if (merged.period === null) throw errors.badInput('请选择时期。');
  const period = resolvePeriod(book, { indicator: merged.indicator, period: merged.period }, now);
  const item = settled(book, actor, { ...merged, period });
  checkPeriod(book, item, now);
  const problem = valueProblem(book.indicator(item.indicator), item.value);
  if (problem) throw errors.badInput(problem);
  return correction.note ? { ...item, note: correction.note } : item;
}

/** The item's number in front of what is wrong with it. */
function numbered<T>(index: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof StrongError) throw errors.badInput(`第${index + 1}条：${error.say}`);
    throw error;
  }
}

/** Takes a form's corrections of a draft. Throws with the item's number when one cannot be taken; then nothing is changed. */
export async function correctDraft(tx: WriteTx, correcting: Correcting): Promise<Draft> {
  const draft = await loadDraft(tx, correcting.draft, correcting.actor);
  const items: Item[] = [];
  const asks: Ask[] = [];
  [...draft.items.map(asAsk), ...draft.asks].forEach((ask, index) => {
    const correction = correcting.corrections.get(index);
    const untouched = draft.items[index];
    if (correction?.drop) return;
    if (correction) items.push(numbered(index, () => corrected(correcting, ask, correction)));
    else if (untouched) items.push(untouched);
    else asks.push(ask);
  });
  const after: Draft = { ...draft, items, asks };
  await tx.put('drafts', after);
  return after;
}
