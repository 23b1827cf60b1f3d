import type { Card } from '#cards/kit/card.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import type { Context } from '../../context.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { draftFits } from '../../operations/reporting/draft-fits.ts';
import type { Reply, Toast } from '../../reply/reply.ts';
import type { Doc } from '../../store/collections.ts';

interface Shown {
  /** As the press found it: where a draft belongs is no matter of values. */
  readonly book: Book;
  /** What stands in place of the pressed card; built for the place where it is read. */
  readonly cardIn: (place: Context['place']) => Card;
  readonly toast?: Toast;
}

/**
 * What a press on a draft's card shows. A group may since have been registered for something else, or the press may have moved a value to
 * another unit: what does not belong in the group then comes in private, and the group's card says no more than that.
 */
export async function draftReply(
  { place, actor, frame }: Context,
  draft: Doc<'drafts'>,
  { book, cardIn, toast }: Shown,
): Promise<Reply> {
  const subject = `draft:${draft.id}`;
  if (draftFits(book, draft, { place, actor })) {
    return { replace: { card: cardIn(place), subject }, ...(toast ? { toast } : {}) };
  }
  const text = '这些数值不属于本群，已私聊发给上报人。';
  return {
    replace: { card: sentenceCard({ demo: frame.demo, kind: 'info', text }) },
    privately: [{ card: cardIn({ type: 'private', chatId: place.chatId }), subject }],
    toast: toast ?? { type: 'info', content: '这些数值不属于本群，已私聊发给您' },
  };
}
