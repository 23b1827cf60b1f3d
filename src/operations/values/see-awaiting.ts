import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { isLate } from '../../domain/assessment/values/is-late.ts';
import { isUnfinished, periodName } from '../../domain/calendar/period.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { type Instant, shortTime } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { cadreNames } from '../people/cadre-names.ts';
import {
  type Awaiting,
  type AwaitingFilter,
  awaitingFingerprint,
  narrowAwaiting,
  visibleAwaiting,
} from './list-awaiting.ts';
import { lockedAmong } from './lock-refusal.ts';

interface Seeing {
  readonly book: Book;
  readonly actor: Actor;
  readonly filter: AwaitingFilter;
  readonly now: Instant;
}

/** What a row is told with: the names of cadres, and which reports are of locked months. */
interface Telling {
  readonly nameOf: (id: string) => string;
  readonly locked: ReadonlySet<string>;
}

/** Everything that rows of these values are told with. */
export async function rowTelling(tx: ReadTx, values: readonly Visible[], now: Instant): Promise<Telling> {
  const reports = values.map(({ report }) => report);
  return { nameOf: await cadreNames(tx), locked: await lockedAmong(tx, reports, now) };
}

/** A value as the list and the question before deciding show it. */
export function awaitingRow(book: Book, { report, jump, mayDecide }: Awaiting, { nameOf, locked }: Telling) {
  const { id, indicator, unit, period, value, reporter, on_behalf_of, reported_at } = report;
  const behalf = on_behalf_of === undefined ? '' : `代${nameOf(on_behalf_of)}`;
  return {
    ...{ id, jump, mayDecide, period },
    indicator: book.indicator(indicator).name,
    unitName: book.unit(unit).short_name,
    value: withMeasure(value, book.indicator(indicator)),
    by: `${nameOf(reporter)}${behalf} ${shortTime(reported_at)}`,
    late: isLate(book, period, reported_at),
    early: isUnfinished(period, reported_at),
    locked: locked.has(id),
    files: report.files?.length ?? 0,
  };
}

type Visible = Pick<Awaiting, 'report'>;

/** What the list may be narrowed to, the most frequent first; the values that wait say which there are. */
function choicesOf(book: Book, all: readonly Visible[]) {
  const count = (keysOf: (each: Visible) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of all.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const option = (kind: string, nameOf: (key: string) => string) => (entry: readonly [string, number]) => ({
    value: `${kind}:${entry[0]}`,
    text: `${nameOf(entry[0])}（${entry[1]}）`,
  });
  const forces = (code: string) =>
    book.input.taskForces.flatMap(({ id, indicators }) => (indicators.includes(code) ? [id] : []));
  return [
    ...count(({ report }) => forces(report.indicator)).map(option('force', (id) => book.taskForce(id).name)),
    ...count(({ report }) => [report.period])
      .slice(0, 8)
      .map(option('period', periodName)),
    ...count(({ report }) => [report.unit])
      .slice(0, 20)
      .map(option('unit', (id) => book.unit(id).short_name)),
  ];
}

function filterWords(book: Book, { force, unit, period }: AwaitingFilter): string {
  const parts = [
    force === undefined ? '' : book.taskForce(force).name,
    unit === undefined ? '' : book.unit(unit).short_name,
    period === undefined ? '' : periodName(period),
  ];
  return parts.filter((part) => part !== '').join(' · ') || '全部';
}

/** What waits to be confirmed, for the card. */
export async function seeAwaiting(tx: ReadTx, { book, actor, filter, now }: Seeing) {
  const visible = await visibleAwaiting(tx, book, actor);
  const rows = narrowAwaiting(book, visible, filter);
  const telling = await rowTelling(tx, rows, now);
  const decidable = rows.filter(({ mayDecide }) => mayDecide);
  return {
    filter,
    filterWords: filterWords(book, filter),
    rows: rows.map((each) => awaitingRow(book, each, telling)),
    choices: choicesOf(book, visible),
    decidable: decidable.length,
    shown: awaitingFingerprint(decidable),
  };
}
