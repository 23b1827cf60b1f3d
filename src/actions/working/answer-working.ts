import type { Card } from '#cards/kit/card.ts';
import { maySeeWorking } from '../../authorize/ranking-sight.ts';
import type { Context } from '../../context.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { Place } from '../../domain/people/actor.ts';
import type { Reply } from '../../reply/reply.ts';
import { errors } from '../../shared/errors.ts';

interface Asked {
  readonly unit: string;
  /** The pressed card becomes it, as when a page is turned. */
  readonly replace: boolean;
  /** What it is called when it comes in private. */
  readonly name: string;
  readonly cardIn: (book: Book, place: Place) => Card | Promise<Card>;
}

/** Something about a unit's working: where it may be shown a new card; else a word here and the presser has it in private. */
export async function answerWorking(
  { actor, place, knowledge }: Context,
  { unit, replace, name, cardIn }: Asked,
): Promise<Reply> {
  const book = await knowledge.book();
  if (!book.input.units.some(({ id }) => id === unit)) throw errors.badInput('没有这个单位，请重选。');
  if (replace) return { replace: { card: await cardIn(book, place) } };
  if (place.type === 'private' || maySeeWorking(unit, actor, place))
    return { here: [{ card: await cardIn(book, place) }] };
  const card = await cardIn(book, { type: 'private', chatId: place.chatId });
  return { privately: [{ card }], toast: { type: 'info', content: `${name}已私聊发给您` } };
}
