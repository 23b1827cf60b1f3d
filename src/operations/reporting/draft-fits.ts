import type { Book } from '../../domain/assessment/scoring/book.ts';
import { type Actor, type Place, unitsOf } from '../../domain/people/actor.ts';
import type { Doc } from '../../store/collections.ts';

type Draft = Pick<Doc<'drafts'>, 'items' | 'asks'>;
type Ask = Draft['asks'][number];

/** Whether the answer to a question can only be one of these units': it names one, or its person has no other. */
function isOfUnits(ask: Ask, units: readonly string[], actor: Actor): boolean {
  if (ask.unit !== null) return units.includes(ask.unit);
  const possible = ask.reason === 'ambiguous_unit' ? ask.candidates : unitsOf(actor);
  return possible.every((each) => units.includes(each));
}

/** Whether the answer to a question can only be one of these indicators. */
function isOfIndicators(ask: Ask, indicators: readonly string[]): boolean {
  const possible = ask.indicator === null ? ask.candidates : [ask.indicator];
  return possible.length > 0 && possible.every((each) => indicators.includes(each));
}

/**
 * Whether a draft may be shown in the place, whatever its questions are answered: in private, in the unit's own group, or in its task
 * force's of which the unit is a member (domain §8: task-force chats their units on their indicators).
 */
export function draftFits(book: Book, { items, asks }: Draft, at: { place: Place; actor: Actor }): boolean {
  const { place, actor } = at;
  if (place.type === 'private') return true;
  if (place.kind === 'unit') {
    const unit = place.of;
    return items.every((item) => item.unit === unit) && asks.every((ask) => isOfUnits(ask, [unit], actor));
  }
  if (place.kind !== 'task_force') return false;
  const { indicators, members } = book.taskForce(place.of);
  return (
    items.every((item) => indicators.includes(item.indicator) && members.includes(item.unit)) &&
    asks.every((ask) => isOfIndicators(ask, indicators) && isOfUnits(ask, members, actor))
  );
}
