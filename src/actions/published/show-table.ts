import { publishedTableCard } from '#cards/published/published-table.ts';
import type { Context } from '../../context.ts';
import { seePublishedTable } from '../../operations/published/see-published.ts';
import type { Reply, Toast } from '../../reply/reply.ts';

/** The pressed card becomes the published table, as much of it as may be shown here. */
export async function showPublishedTable(
  { tx, actor, place, frame }: Context,
  { id, toast }: { id: string; toast?: Toast },
): Promise<Reply> {
  const seen = await seePublishedTable(tx, { id, actor, place });
  const card = publishedTableCard({ ...seen, demo: frame.demo });
  return { replace: { card }, ...(toast ? { toast } : {}) };
}
