import type { RankingSight } from '../../authorize/ranking-sight.ts';
import { rankIndicator } from '../../domain/assessment/ranking/rank-indicator.ts';
import { rankTaskForce } from '../../domain/assessment/ranking/rank-task-force.ts';
import { scoreTrack } from '../../domain/assessment/ranking/score-track.ts';
import { visibleRows } from '../../domain/assessment/ranking/visible-rows.ts';
import { type Book, bookFor } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { yearOf } from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf } from '../../shared/time.ts';
import { oncePerBook } from '../book/once-per-book.ts';
import type { RankingScope } from './ranking-scope.ts';

interface Showing {
  readonly scope: RankingScope;
  readonly sight: RankingSight;
  readonly when: When;
}

interface Placed {
  readonly unit: { readonly id: string };
  readonly place: number | null;
}

type Counting = RankingScope & When;

function listsFor(book: Book, { scope, of = '', ...when }: Counting): readonly (readonly Placed[])[] {
  if (scope === 'task_force') return [rankTaskForce(book, { taskForce: of, ...when }).units];
  if (scope === 'indicator') {
    return rankIndicator(book, { indicator: of, ...when }).tracks.map(({ rows }) => rows);
  }
  const inYear = bookFor(book, when.period).tracksOf(yearOf(when.period));
  const tracks = scope === 'track' ? [of] : inYear.map(({ id }) => id);
  return tracks.map((track) => scoreTrack(book, { track, ...when }).units);
}

/** The lists in which “the first five” are counted: a track's rows, also where the district is shown as one list. */
const countedLists = oncePerBook(
  ({ scope, of, period, now }: Counting) => [scope, of, period, dayOf(now)].join('|'),
  listsFor,
);

function taskForceUnits(book: Book, of: string, scope: RankingScope): ReadonlySet<string> {
  const force = book.taskForce(of);
  const own =
    (scope.scope === 'task_force' && scope.of === of) ||
    (scope.scope === 'indicator' && force.indicators.includes(scope.of ?? ''));
  if (!own) throw errors.notAllowed(`本群登记为${force.name}，只能看本专班的指标`, '其他排名请在私聊里查看');
  return new Set(force.members);
}

/** Whether the ranking is one of the task force whose office the person belongs to, or of one of its indicators. */
export function isOfOwnOffice(book: Book, { scope, of = '' }: RankingScope, sight: RankingSight): boolean {
  if (sight.kind !== 'top' || sight.office === undefined) return false;
  const { office } = sight;
  const own = book.input.taskForces.filter(({ office_contacts }) => office_contacts.includes(office));
  if (scope === 'task_force') return own.some(({ id }) => id === of);
  return scope === 'indicator' && own.some(({ indicators }) => indicators.includes(of));
}

/** Ids of the units whose rows may be shown (domain §8), or `all`. Throws `not_allowed` where nothing may be. */
export function shownUnits(book: Book, { scope, sight, when }: Showing): ReadonlySet<string> | 'all' {
  if (sight.kind === 'all') return 'all';
  if (sight.kind === 'none')
    throw errors.notAllowed('您的身份不能查看排名', '考核办、区领导和各单位干部可以查看');
  if (sight.kind === 'task_force') return taskForceUnits(book, sight.of, scope);
  if (isOfOwnOffice(book, scope, sight)) return 'all';
  const rows = countedLists(book, { ...scope, ...when }).flatMap((list) => visibleRows(list, sight));
  return new Set(rows.map((row) => row.unit.id));
}
