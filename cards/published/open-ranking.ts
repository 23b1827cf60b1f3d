import type { Card } from '../kit/card.ts';
import { type RankingView, rankingCard } from '../ranking/ranking.ts';
import { type PublishedListView, publishedListCard } from './published-list.ts';
import { type PublishedTableView, publishedTableCard } from './published-table.ts';

/** A ranking as it may be shown: live, or what is published of it. */
type OpenRanking =
  | { readonly kind: 'live'; readonly shown: RankingView['shown'] }
  | { readonly kind: 'edition'; readonly table: Omit<PublishedTableView, 'demo' | 'instead'> }
  | { readonly kind: 'list'; readonly list: Omit<PublishedListView, 'demo' | 'mayPublish' | 'hidden'> };

/** The card of a ranking: live, or where live results are drafts the edition or the editions that are published. */
export function openRankingCard(
  view: Pick<RankingView, 'demo' | 'asOf' | 'page'> & { readonly open: OpenRanking },
): Card {
  const { open, demo, asOf, page } = view;
  if (open.kind === 'live') return rankingCard({ demo, asOf, shown: open.shown, page });
  if (open.kind === 'edition') return publishedTableCard({ ...open.table, demo, instead: true });
  return publishedListCard({ ...open.list, demo, mayPublish: false, hidden: true });
}
