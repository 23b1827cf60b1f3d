import { publishedTableCard } from '#cards/published/published-table.ts';
import { holds } from '../../authorize/authorize.ts';
import { rankingSight } from '../../authorize/ranking-sight.ts';
import type { Context } from '../../context.ts';
import { seePublishedTable } from '../../operations/published/see-published.ts';
import type { Reply, Toast } from '../../reply/reply.ts';

/** The pressed card becomes the published table, as much of it as may be shown here. */
export async function showPublishedTable(
  { tx, actor, place, frame }: Context,
  { id, toast }: { id: string; toast?: Toast },
): Promise<Reply> {
  const { now, whole, ...seen } = await seePublishedTable(tx, { id, sight: rankingSight(actor, place) });
  const alone = place.type === 'private';
  const card = publishedTableCard({
    ...seen,
    ...{ demo: frame.demo, asOf: now },
    // What is pressed there opens in private alone.
    whole: whole && alone,
    mayExport: alone && holds(actor, 'publish'),
  });
  return { replace: { card }, ...(toast ? { toast } : {}) };
}
