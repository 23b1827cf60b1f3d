import { privateSight } from '../../authorize/ranking-sight.ts';
import { type Book, bookFor } from '../../domain/assessment/scoring/book.ts';
import { type Period, periodName, yearOf } from '../../domain/calendar/period.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
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

interface Showing {
  /** A unit stands for its track; without either all tracks are meant. */
  readonly of: Pick<RankingScope, 'scope' | 'of'> | { readonly unit: string };
  readonly period: Period;
  readonly actor: Actor;
  readonly place: Place;
}

/** Who may see drafts: those who see everything, where nobody else reads along, and the leaders’ group. */
function maySeeDrafts(actor: Actor, place: Place): boolean {
  return place.type === 'private' ? privateSight(actor).kind === 'all' : place.kind === 'leaders';
}

function tracksOf(latest: Book, { of, period }: Showing): (string | undefined)[] {
  const book = bookFor(latest, period);
  const year = yearOf(period);
  if ('unit' in of) return [book.trackOfUnit(of.unit, year)?.id];
  return of.scope === 'track' ? [of.of] : book.tracksOf(year).map(({ id }) => id);
}

/** Whether the results of a period are a draft that may not be shown here (domain §8). */
export async function isHiddenDraft(tx: ReadTx, book: Book, showing: Showing): Promise<boolean> {
  const { of, period, actor, place } = showing;
  if (maySeeDrafts(actor, place) || !(await resultsHidden(tx))) return false;
  const published = await tx.find('published_tables', { index: 'period', key: period });
  const isPublished = (id: string | undefined) => published.some((table) => table.of === id);
  if ('scope' in of && of.scope === 'task_force' && isPublished(of.of)) return false;
  return !tracksOf(book, showing).every(isPublished);
}

/** Throws `not_allowed` where the results of a period are a draft that may not be shown here. */
export async function checkNoDraft(tx: ReadTx, book: Book, showing: Showing): Promise<void> {
  if (await isHiddenDraft(tx, book, showing))
    throw errors.notAllowed(
      `${periodName(showing.period)}的结果还没有公布`,
      '公布后可以查看，已公布的请发送 /公布',
    );
}
