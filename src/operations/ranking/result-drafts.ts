import { privateSight } from '../../authorize/ranking-sight.ts';
import { tableRows } from '../../domain/assessment/published/freeze-table.ts';
import type { PublishedTable } from '../../domain/assessment/records/published-table.ts';
import { type Book, bookFor } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { periodName, shiftPeriod, yearOf } from '../../domain/calendar/period.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import { oncePerBook } from '../book/once-per-book.ts';
import type { RankingScope } from './ranking-scope.ts';

const setting = 'results';

/** Whether results are drafts until they are published; off unless the office has switched it on. */
export async function resultsHidden(tx: ReadTx): Promise<boolean> {
  return (await tx.get('settings', setting))?.value.hiddenUntilPublished === true;
}

/** Switches whether results are drafts until they are published. */
export async function hideResults(tx: WriteTx, hide: boolean): Promise<void> {
  await tx.put('settings', { id: setting, value: { hiddenUntilPublished: hide } });
}

interface Showing extends When {
  /** A unit stands for its track; without either all tracks are meant. */
  readonly of: Pick<RankingScope, 'scope' | 'of'> | { readonly unit: string };
  readonly actor: Actor;
  readonly place: Place;
}

/** What may be shown of results: the live ones, or only what is published, as none of them is or as they have changed since. */
type ResultState =
  | { readonly kind: 'live' }
  | { readonly kind: 'unpublished' }
  /** The newest editions of the tables that were asked for. */
  | { readonly kind: 'changed'; readonly editions: readonly PublishedTable[] };

/** Who may see drafts: those who see everything, where nobody else reads along, and the leaders’ group. */
function maySeeDrafts(actor: Actor, place: Place): boolean {
  return place.type === 'private' ? privateSight(actor).kind === 'all' : place.kind === 'leaders';
}

/** Whether a place of a live table may not be named to a person there, because results are drafts until they are published. */
export async function draftsHiddenFrom(tx: ReadTx, actor: Actor): Promise<(place: Place) => boolean> {
  const hidden = await resultsHidden(tx);
  return (place) => hidden && !maySeeDrafts(actor, place);
}

function tracksOf(latest: Book, { of, period }: Showing): (string | undefined)[] {
  const book = bookFor(latest, period);
  const year = yearOf(period);
  if ('unit' in of) return [book.trackOfUnit(of.unit, year)?.id];
  return of.scope === 'track' ? [of.of] : book.tracksOf(year).map(({ id }) => id);
}

type Live = Pick<PublishedTable, 'scope' | 'of'> & When;

/** Of the moment of asking only the day decides. */
const liveRows = oncePerBook(
  ({ scope, of, period, now }: Live) => [scope, of, period, dayOf(now)].join('|'),
  (book, live) => canonicalJson(tableRows(book, live)),
);

/** Which results may be shown here: the live ones of a draft only while they are as they were published last (domain §8). */
export async function resultState(tx: ReadTx, book: Book, showing: Showing): Promise<ResultState> {
  const { of, period, now, actor, place } = showing;
  if (maySeeDrafts(actor, place) || !(await resultsHidden(tx))) return { kind: 'live' };
  const published = await tx.find('published_tables', { index: 'period', key: period });
  const newest = (id: string | undefined) =>
    published.filter((table) => table.of === id).sort((a, b) => b.edition - a.edition)[0];
  const isLive = (table: PublishedTable | undefined) =>
    table !== undefined && liveRows(book, { ...table, now }) === canonicalJson(table.rows);
  const own = 'scope' in of && of.scope === 'task_force' ? newest(of.of) : undefined;
  const tables = tracksOf(book, showing).map(newest);
  if (isLive(own) || tables.every(isLive)) return { kind: 'live' };
  const editions = own ? [own] : tables.filter((table) => table !== undefined);
  const isWhole = own !== undefined || editions.length === tables.length;
  return isWhole ? { kind: 'changed', editions } : { kind: 'unpublished' };
}

/** Whether the results of a period are a draft that may not be shown here (domain §8). */
export async function isHiddenDraft(tx: ReadTx, book: Book, showing: Showing): Promise<boolean> {
  return (await resultState(tx, book, showing)).kind !== 'live';
}

/** Whether the period before is a draft that may not be shown here: movement against it would give it away. */
export function hidesMovement(tx: ReadTx, book: Book, showing: Showing): Promise<boolean> {
  return isHiddenDraft(tx, book, { ...showing, period: shiftPeriod(showing.period, -1) });
}

/** Throws `not_allowed` where the results of a period are a draft that may not be shown here. */
export async function checkNoDraft(tx: ReadTx, book: Book, showing: Showing): Promise<void> {
  const { kind } = await resultState(tx, book, showing);
  if (kind === 'live') return;
  const name = periodName(showing.period);
  if (kind === 'unpublished')
    throw errors.notAllowed(`${name}的结果还没有公布`, '公布后可以查看，已公布的请发送 /公布', [
      { text: '看已公布的', say: '/公布' },
    ]);
  throw errors.notAllowed(`${name}的结果公布后又有变化，新的结果还没有公布`, `已公布的请发送 /公布 ${name}`, [
    { text: '看已公布的', say: `/公布 ${name}` },
  ]);
}
