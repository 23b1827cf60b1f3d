import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { periodName, yearOf } from '../../domain/calendar/period.ts';
import type { Understanding } from '../../domain/language/understand.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { lockRefusal } from '../values/lock-refusal.ts';
import { reportingYears } from './find-owed.ts';
import { type Placing, placeItem } from './place-item.ts';

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

/** Past its due day a figure of last year is likely one to compare with: a sentence never puts it in the place of what is known. Until then it is corrected as any other. */
function keptRefusal({ book, now }: Opening, { indicator, unit, period }: Draft['items'][number]) {
  const [year] = reportingYears(now);
  const isOpen = yearOf(period) === year || dayOf(now) <= book.dueDayOf(period);
  if (isOpen || !book.valueFor(indicator, unit, period)) return undefined;
  const { name } = book.indicator(indicator);
  return `“${name}”${periodName(period)}已有完成值，没有改动；确需更正请联系考核办。`;
}

function placedItems(opening: Opening): Pick<Draft, 'items' | 'refused'> {
  const { actor, book, said, note } = opening;
  const items: Draft['items'] = [];
  const refused: string[] = [];
  for (const item of said.items) {
    const placing = placeItem(book, actor, item);
    const problem = valueProblem(book.indicator(item.indicator), item.value);
    if ('refusal' in placing) refused.push(placing.refusal);
    else if (problem) refused.push(problem);
    else {
      const placed = { ...item, unit: placing.assignment.unit, ...(note ? { note } : {}) };
      const kept = keptRefusal(opening, placed);
      if (kept === undefined) items.push(placed);
      else refused.push(kept);
    }
  }
  return { items, refused };
}

/** The same without those whose month is locked. */
async function openItems(tx: WriteTx, opening: Opening): Promise<Pick<Draft, 'items' | 'refused'>> {
  const placed = placedItems(opening);
  const items: Draft['items'] = [];
  const refused = [...placed.refused];
  for (const item of placed.items) {
    const locked = await lockRefusal(tx, item, opening.now);
    if (locked === undefined) items.push(item);
    else refused.push(locked);
  }
  return { items, refused };
}

/** Of a year that nobody said, the one in which it is theirs. */
function placeAsked(
  { actor, book, now }: Opening,
  { period, ...asked }: { indicator: string; unit: string | null; period: string | null },
): Placing {
  if (period !== null) return placeItem(book, actor, { ...asked, period });
  const [year, before] = reportingYears(now);
  const current = placeItem(book, actor, { ...asked, period: `${year}` });
  const last = placeItem(book, actor, { ...asked, period: `${before}` });
  return 'refusal' in current && 'assignment' in last ? last : current;
}

/** Why a question need not be asked: whatever the answer, this person may not report it. A unit that is not clear is asked for first. */
function askRefusal(opening: Opening, ask: Draft['asks'][number]): string | undefined {
  const { indicator, unit, period, reason } = ask;
  if (indicator === null || reason === 'ambiguous_unit') return undefined;
  const placing = placeAsked(opening, { indicator, unit, period });
  return 'refusal' in placing ? placing.refusal : undefined;
}

/** The units among the candidates for which they may report; all, when that is none, so that the refusal names the one chosen. */
function reportableUnits(opening: Opening, { indicator, candidates, period }: Draft['asks'][number]) {
  if (indicator === null) return candidates;
  const own = candidates.filter((unit) => 'assignment' in placeAsked(opening, { indicator, unit, period }));
  return own.length > 0 ? own : candidates;
}

function openAsks(opening: Opening): Pick<Draft, 'asks' | 'refused'> {
  const { said } = opening;
  const all = said.kind === 'ask' ? said.asks : [];
  const asks: Draft['asks'] = [];
  const refused: string[] = [];
  for (const each of all) {
    const { reason, indicator, unit = null, period = null, value = null, candidates = [] } = each;
    const ask = { reason, text: each.text.slice(0, 200), indicator, unit, period, value, candidates };
    const refusal = askRefusal(opening, ask);
    if (refusal !== undefined) refused.push(refusal);
    else if (reason === 'ambiguous_unit') asks.push({ ...ask, candidates: reportableUnits(opening, ask) });
    else asks.push(ask);
  }
  return { asks, refused };
}

/** Keeps what was understood as a draft for its person's word. Throws `not_allowed` when nothing of it may be reported by them. */
export async function openDraft(tx: WriteTx, opening: Opening): Promise<Draft> {
  const { actor, now } = opening;
  if (opening.said.items.length > mostItems) {
    throw errors.badInput(`一次最多上报${mostItems}项，这条消息没有保存。请分几条发送。`);
  }
  const { items, refused: notTheirs } = await openItems(tx, opening);
  const { asks, refused: notAsked } = openAsks(opening);
  const refused = [...new Set([...notTheirs, ...notAsked])];
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
