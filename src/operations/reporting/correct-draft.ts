import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { frequencyOf, isPeriod, startOf } from '../../domain/calendar/period.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors, StrongError } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { resolvePeriod } from '../periods/resolve-period.ts';
import { readNote } from '../read-note.ts';
import { readValue } from '../values/read-value.ts';
import { settled } from './answer-ask.ts';
import { loadDraft } from './load-draft.ts';

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
  readonly note?: unknown;
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

function checkPeriod(book: Book, asked: { indicator: string; period: string }, now: Instant): void {
  const { indicator, period } = asked;
  const { name, frequency } = book.indicator(indicator);
  if (!isPeriod(period) || frequencyOf(period) !== frequency)
    throw errors.badInput(`“${name}”不按这个时期报送，请重选。`);
  if (startOf(period) > dayOf(now)) throw errors.badInput('这个时期还没有开始，请重选。');
}

function valueGiven(book: Book, ask: Ask, { indicator, value }: Correction): string | null {
  const code = indicator ?? ask.indicator;
  if (code !== null && !book.input.indicators.some((each) => each.code === code))
    throw errors.badInput('没有这个指标，请重选。');
  return value === undefined ? ask.value : readValue(book, code, value);
}

function corrected({ actor, book, now }: Correcting, ask: Ask, correction: Correction): Item {
  const merged: Ask = {
    ...ask,
    value: valueGiven(book, ask, correction),
    indicator: correction.indicator ?? ask.indicator,
    unit: correction.unit ?? ask.unit,
    period: correction.period ?? ask.period,
  };
  if (merged.indicator === null) throw errors.badInput('请选择指标。');
  if (merged.value === null) throw errors.badInput('请填写完成值。');
  if (merged.period === null) throw errors.badInput('请选择时期。');
  const { indicator } = merged;
  const period = resolvePeriod(book, { indicator, period: merged.period }, now);
  checkPeriod(book, { indicator, period }, now);
  const item = settled(book, actor, { ...merged, period });
  const problem = valueProblem(book.indicator(item.indicator), item.value);
  if (problem) throw errors.badInput(problem);
  const note = readNote(correction.note);
  return note === undefined ? item : { ...item, note };
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
