import { type RankingSight, rankingSight, workingSight } from '../../authorize/ranking-sight.ts';
import { type Book, bookFor } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import { endOf, type Period, yearOf } from '../../domain/calendar/period.ts';
import { type Actor, type Place, unitsOf } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf } from '../../shared/time.ts';
import { oncePerBook } from '../book/once-per-book.ts';
import { neighbourPeriods } from '../periods/neighbour-periods.ts';
import { rankedYears } from '../periods/ranked-years.ts';
import { type RankedList, type RankedRow, rankingLists, tracksIn } from './ranking-lists.ts';
import type { RankingScope } from './ranking-scope.ts';
import { isOfOwnOffice, shownUnits } from './shown-units.ts';

interface Seeing extends When, RankingScope {
  readonly actor: Actor;
  readonly place: Place;
  /** The period before may not be shown here. */
  readonly hideMovement?: boolean | undefined;
}

/** What of the person and the place decides what is shown. */
interface Shown extends When, RankingScope {
  readonly sight: RankingSight;
  readonly working: 'all' | readonly string[];
  /** Units whose line is pointed out. */
  readonly own: readonly string[];
  readonly hideMovement: boolean;
}

type ShownRow = RankedRow & { readonly mayExplain: boolean };

/** What may be shown of a ranking here, for the card. */
export interface SeenRanking extends RankingScope {
  readonly name: string;
  readonly ruleVersion: string | undefined;
  readonly period: Period;
  readonly running: boolean;
  readonly provisionalWhy?: string;
  /** Nobody has a score, as nothing of the period counts yet; where there are scores instead. */
  readonly unscored?: { readonly instead?: Period };
  readonly groups: readonly (Omit<RankedList, 'rows'> & { readonly rows: readonly ShownRow[] })[];
  readonly own?: ShownRow;
  readonly limitedWhy?: string;
  readonly remarks: readonly string[];
  readonly previous?: Period;
  readonly next?: Period;
  readonly tracks: readonly { readonly id: string; readonly name: string }[];
  readonly mayDistrict: boolean;
}

function nameOf(book: Book, { scope, of = '' }: RankingScope, year: number): string {
  if (scope === 'tracks') return '各赛道';
  if (scope === 'district') return '全区';
  if (scope === 'track') return book.track(of, year).name;
  return scope === 'task_force' ? book.taskForce(of).name : book.indicator(of).name;
}

/** What of the lists is shown, counted as they are: of the district, an indicator and the overview track by track (domain §8). */
function limitedWhy(
  sight: RankingSight,
  { scope }: RankingScope,
  shown: ReadonlySet<string> | 'all',
): string | undefined {
  if (shown === 'all' || sight.kind === 'all' || sight.kind === 'none') return undefined;
  if (sight.kind === 'task_force') return '本群显示本专班成员单位。';
  const isOne = scope === 'track' || scope === 'task_force';
  const first = isOne ? '前 5 名' : '各赛道前 5 名';
  if (sight.around.length === 0) return `这里显示${first}。`;
  if (scope === 'tracks') return `显示${first}；本单位前后各两名请看本单位所在赛道。`;
  return `显示${first}和本单位${isOne ? '' : '在赛道里'}前后各两名。`;
}

function provisionalWhy(lists: readonly RankedList[]): string | undefined {
  const rows = lists.flatMap((list) => list.rows);
  const units = rows.filter((row) => row.provisional).length;
  return units === 0 ? undefined : `${units} 个单位有指标未到报送截止日或缺对标值，暂不计入，名次会变`;
}

const hasScores = (lists: readonly RankedList[]) =>
  lists.some(({ rows }) => rows.some(({ score }) => score !== null));

/** Of a period of which nothing counts yet: the last month, when that has scores. */
function unscoredOf(book: Book, scope: RankingScope, { period, now }: When): SeenRanking['unscored'] {
  if (hasScores(rankingLists(book, scope, { period, now }))) return undefined;
  const instead = lastEndedMonth(now);
  const isRanked = instead !== period && rankedYears(book).has(yearOf(instead));
  return isRanked && hasScores(rankingLists(book, scope, { period: instead, now })) ? { instead } : {};
}

function calendarRemark(book: Book, period: Period): string[] {
  return book.input.calendar.isAnnounced(book.dueDayOf(period))
    ? []
    : ['日历未公布，到期日按周一至周五推算。'];
}

function hiddenValuesRemark(scope: RankingScope['scope'], groups: SeenRanking['groups']): string[] {
  const hidden =
    scope === 'indicator' && groups.some(({ rows }) => rows.some(({ value }) => value === undefined));
  return hidden ? ['其他单位的完成值不公开，只显示名次和得分系数。'] : [];
}

function seeShown(book: Book, { scope, of, period, now, ...may }: Shown): SeenRanking {
  const { sight, working, hideMovement } = may;
  const when = { period, now };
  const lists = rankingLists(book, { scope, of }, when);
  const shown = shownUnits(book, { scope: { scope, of }, sight, when });
  if (lists.every((list) => list.rows.length === 0)) {
    throw errors.notFound('这个时期的数据', '请换一个时期，如：/排名 上月');
  }
  const whole = sight.kind === 'task_force' || isOfOwnOffice(book, { scope, of }, sight);
  const shownRow = ({ value, ...row }: RankedRow): ShownRow => {
    const mayExplain = working === 'all' || working.includes(row.unit);
    // A unit sees its own raw values, others' only as a place and an f (issue 4 §5); a task force its units' on its indicators.
    const moved = hideMovement ? { movement: null } : {};
    return {
      ...row,
      ...moved,
      mayExplain,
      ...(value !== undefined && (whole || mayExplain) ? { value } : {}),
    };
  };
  const groups = lists.map((list) => ({
    ...list,
    rows: list.rows.filter((row) => shown === 'all' || shown.has(row.unit)).map(shownRow),
  }));
  const own = may.own
    .map((unit) => groups.flatMap((group) => group.rows).find((row) => row.unit === unit))
    .find((row) => row !== undefined);
  const unscored = unscoredOf(book, { scope, of }, when);
  const why = unscored ? undefined : provisionalWhy(lists);
  const limited = limitedWhy(sight, { scope, of }, shown);
  return {
    scope,
    of,
    name: nameOf(bookFor(book, period), { scope, of }, yearOf(period)),
    ruleVersion: book.ruleVersionFor(period),
    period,
    running: endOf(period) >= dayOf(now),
    ...(why ? { provisionalWhy: why } : {}),
    ...(unscored ? { unscored } : {}),
    groups,
    ...(own ? { own } : {}),
    ...(limited ? { limitedWhy: limited } : {}),
    remarks: [...hiddenValuesRemark(scope, groups), ...calendarRemark(book, period)],
    ...neighbourPeriods(book, period, now),
    tracks: sight.kind === 'task_force' ? [] : tracksIn(book, period),
    mayDistrict: sight.kind !== 'task_force',
  };
}

/** Of the moment of asking only the day decides; of the person and the place what the rest of the key says. */
const seenOnce = oncePerBook((shown: Shown) => JSON.stringify({ ...shown, now: dayOf(shown.now) }), seeShown);

/**
 * Ranks, leaves only the rows that may be shown here (domain §8), and says what the card needs beside them; made once for all who see the
 * same. Throws where none may be shown.
 */
export function seeRanking(
  book: Book,
  { scope, of, period, now, actor, place, hideMovement = false }: Seeing,
): SeenRanking {
  return seenOnce(book, {
    ...{ scope, of, period, now },
    sight: rankingSight(actor, place),
    working: workingSight(actor, place),
    own: ownUnits(actor, place),
    hideMovement,
  });
}

/** Whose line is pointed out: in a unit's group the unit, in private the asker's units, elsewhere nobody's. */
function ownUnits(actor: Actor, place: Place): string[] {
  if (place.type === 'private') return unitsOf(actor);
  return place.kind === 'unit' ? [place.of] : [];
}
