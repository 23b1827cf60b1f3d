import { publishedListCard } from '#cards/published/published-list.ts';
import { holds } from '../../authorize/authorize.ts';
import { rankingSight } from '../../authorize/ranking-sight.ts';
import type { Context } from '../../context.ts';
import { checkRankedPeriod } from '../../operations/periods/check-ranked-period.ts';
import { seePublishing } from '../../operations/published/see-published.ts';
import { resultsHidden } from '../../operations/ranking/result-drafts.ts';
import type { Reply, Toast } from '../../reply/reply.ts';
import { errors } from '../../shared/errors.ts';

/** The pressed card becomes the list of what is published of a period. */
export async function showPublishedList(
  { tx, actor, place, now, frame, knowledge }: Context,
  { period, toast }: { period: string; toast?: Toast },
): Promise<Reply> {
  const book = await knowledge.book();
  const sight = rankingSight(actor, place);
  if (sight.kind === 'none') throw errors.notAllowed('这里不能看公布结果', '请在私聊里发送 /公布');
  checkRankedPeriod(period, now, book);
  const mayPublish = place.type === 'private' && holds(actor, 'publish');
  const seen = await seePublishing(tx, book, { period, now, sight });
  const hidden = await resultsHidden(tx);
  const card = publishedListCard({ demo: frame.demo, mayPublish, hidden, ...seen });
  return { replace: { card }, ...(toast ? { toast } : {}) };
}
