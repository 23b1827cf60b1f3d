import type { Book } from '../domain/assessment/book.ts';
import { type Actor, type Place, unitsOf } from '../domain/people/actor.ts';
import type { Doc } from '../store/collections.ts';

type Draft = Pick<Doc<'drafts'>, 'items' | 'asks'>;
type Ask = Draft['asks'][number];

/** Whether the answer to a question can only be the unit's: it names the unit, or its person has no other. */
function isOfUnit(ask: Ask, unit: string, actor: Actor): boolean {
  if (ask.unit !== null) return ask.unit === unit;
  if (ask.reason === 'ambiguous_unit') return ask.candidates.every((each) => each === unit);
  return unitsOf(actor).every((each) => each === unit);
}

/** Whether the answer to a question can only be one of these indicators. */
function isOfIndicators(ask: Ask, indicators: readonly string[]): boolean {
  const possible = ask.indicator === null ? ask.candidates : [ask.indicator];
  return possible.length > 0 && possible.every((each) => indicators.includes(each));
}

/**
 * Whether a draft may be shown in the place, whatever its questions are answered: in private, in the unit's own group, or in its task
 * force's (issue: elsewhere it comes in private).
 */
export function draftFits(book: Book, { items, asks }: Draft, at: { place: Place; actor: Actor }): boolean {
  const { place, actor } = at;
  if (place.type === 'private') return true;
  if (place.kind === 'unit') {
    const unit = place.of;
    return items.every((item) => item.unit === unit) && asks.every((ask) => isOfUnit(ask, unit, actor));
  }
  if (place.kind !== 'task_force') return false;
  const { indicators } = book.taskForce(place.of);
  return (
    items.every((item) => indicators.includes(item.indicator)) &&
    asks.every((ask) => isOfIndicators(ask, indicators))
  );
}
