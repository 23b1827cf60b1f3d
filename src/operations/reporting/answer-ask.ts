import { valueProblem } from '../../domain/assessment/records/value-problem.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { askChoices } from './ask-choices.ts';
import { loadDraft } from './load-draft.ts';
import { placeItem } from './place-item.ts';
import { type Rereading, rereadAsk } from './reread-ask.ts';

type Draft = Doc<'drafts'>;
type Ask = Draft['asks'][number];

interface Asked extends Rereading {
  readonly draft: string;
  readonly ask: number;
}

interface Answering extends Asked {
  readonly choice: string;
  readonly book: Book;
  readonly now: Instant;
}

/** Questions that an indicator answers. */
const unnamed: ReadonlySet<string> = new Set(['ambiguous_indicator', 'unknown_indicator']);

function answered(ask: Ask, choice: string): Ask {
  const rest = { ...ask, candidates: [] };
  if (unnamed.has(ask.reason)) return { ...rest, indicator: choice };
  if (ask.reason === 'ambiguous_unit') return { ...rest, unit: choice };
  if (ask.reason === 'no_period' || ask.reason === 'period_unclear') return { ...rest, period: choice };
  return { ...rest, value: choice, reason: 'answered' };
}

/** What must be asked next of an item, or undefined when it is whole. */
function nextQuestion(book: Book, ask: Ask): string | undefined {
  if (ask.indicator === null) return 'unknown_indicator';
  if (ask.period === null) return 'no_period';
  if (ask.value === null) return 'value_unclear';
  return valueProblem(book.indicator(ask.indicator), ask.value) ? 'out_of_range' : undefined;
}

/** Moves a whole item from the questions to the draft's items; throws when this person may not report it. */
export function settled(book: Book, actor: Actor, ask: Ask): Draft['items'][number] {
  const { indicator, unit, period, value } = ask;
  if (indicator === null || period === null || value === null)
    throw errors.conflict('还有内容没有说清，请点“更正”补全。');
  const placing = placeItem(book, actor, { indicator, unit, period });
  if ('refusal' in placing) throw errors.badInput(placing.refusal);
  return { indicator, unit: placing.assignment.unit, period, value };
}

/** Leaves out what a question of a draft is about. */
export async function leaveOutAsk(
  tx: WriteTx,
  asked: Pick<Asked, 'draft' | 'ask' | 'actor'>,
): Promise<Draft> {
  const draft = await loadDraft(tx, asked.draft, asked.actor);
  if (!draft.asks[asked.ask]) throw errors.staleCard();
  const after: Draft = { ...draft, asks: draft.asks.filter((_, index) => index !== asked.ask) };
  await tx.put('drafts', after);
  return after;
}

/** Takes the answer to one question of a draft; the next question, if any, takes its place. */
export async function answerAsk(tx: WriteTx, answering: Answering): Promise<Draft> {
  const { actor, book, choice, now } = answering;
  const draft = await loadDraft(tx, answering.draft, actor);
  const ask = draft.asks[answering.ask];
  if (!ask) throw errors.staleCard();
  const offered = askChoices(book, ask, now).some(({ value }) => value === choice);
  if (!offered) throw errors.staleCard();
  const reread = unnamed.has(ask.reason) ? rereadAsk(answering, draft, choice) : undefined;
  const changed = reread ?? answered(ask, choice);
  const next = reread && reread.reason !== 'answered' ? reread.reason : nextQuestion(book, changed);
  const others = draft.asks.filter((_, index) => index !== answering.ask);
  const after: Draft = next
    ? { ...draft, asks: draft.asks.map((each) => (each === ask ? { ...changed, reason: next } : each)) }
    : { ...draft, asks: others, items: [...draft.items, settled(book, actor, changed)] };
  await tx.put('drafts', after);
  return after;
}
