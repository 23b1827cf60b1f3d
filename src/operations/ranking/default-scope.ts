import type { RankingSight } from '../../authorize/ranking-sight.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { RankingScope } from './ranking-scope.ts';

/** What `/ranking` alone shows: a task force's group its task force, a unit's people their track, everybody else all tracks. */
export function defaultScope(book: Book, sight: RankingSight, year: number): RankingScope {
  if (sight.kind === 'task_force') return { scope: 'task_force', of: sight.of };
  const own = sight.kind === 'top' ? sight.around[0] : undefined;
  const track = own === undefined ? undefined : book.trackOfUnit(own, year);
  return track ? { scope: 'track', of: track.id } : { scope: 'tracks' };
}
