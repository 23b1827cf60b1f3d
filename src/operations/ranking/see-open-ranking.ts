import { rankingSight } from '../../authorize/ranking-sight.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { seePublishedTable, seePublishing } from '../published/see-published.ts';
import type { RankingScope } from './ranking-scope.ts';
import { checkNoDraft, hidesMovement, resultState } from './result-drafts.ts';
import { seeRanking } from './see-ranking.ts';

interface Seeing extends When, RankingScope {
  readonly actor: Actor;
  readonly place: Place;
}

/**
 * A ranking as it may be shown here: live, or where results are drafts and have changed since they were published (domain §8) the newest
 * edition, of several tables their list. Throws `not_allowed` where nothing is published or what is asked is in no published table.
 */
export async function seeOpenRanking(tx: ReadTx, book: Book, seeing: Seeing) {
  const { scope, of, period, now, actor, place } = seeing;
  const showing = { of: { scope, of }, period, now, actor, place };
  const state = await resultState(tx, book, showing);
  const [edition] = state.kind === 'changed' ? state.editions : [];
  if (edition && edition.scope === scope) {
    const table = await seePublishedTable(tx, { id: edition.id, actor, place });
    return { kind: 'edition' as const, table };
  }
  if (edition && (scope === 'tracks' || scope === 'district')) {
    const list = await seePublishing(tx, book, { period, now, sight: rankingSight(actor, place) });
    return { kind: 'list' as const, list };
  }
  await checkNoDraft(tx, book, showing);
  const hideMovement = await hidesMovement(tx, book, showing);
  return { kind: 'live' as const, shown: seeRanking(book, { ...seeing, hideMovement }) };
}
