import { placesAfter } from '../../domain/assessment/ranking/place-after.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { scoreMoment } from '../../domain/assessment/scoring/score-moment.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import { isUnfinished, type Period } from '../../domain/calendar/period.ts';
import type { Instant } from '../../shared/time.ts';

interface Item {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
  readonly value: string;
}

interface Effects {
  readonly items: readonly Item[];
  /** Whose places are asked for. */
  readonly units: readonly string[];
  readonly now: Instant;
}

/** A unit's place in its track, in one period, before and after its new values. */
export interface PlaceEffect {
  readonly unit: string;
  readonly track: string;
  readonly period: Period;
  readonly before: number | null;
  readonly after: number | null;
  readonly provisional: boolean;
}

/** Where a value shows: in the last ended month while it is what counts there, else in its own period; nowhere before that has ended. */
function shownIn(book: Book, { indicator, period }: Item, now: Instant): Period[] {
  if (isUnfinished(period, now)) return [];
  const last = lastEndedMonth(now);
  const { counting } = scoreMoment(book, { period: last, now });
  return [counting[book.indicator(indicator).frequency]?.q === period ? last : period];
}

/** What recorded values do to units' places, period by period; `book` is the one before. */
export function placeEffects(book: Book, { items, units, now }: Effects): PlaceEffect[] {
  if (units.length === 0) return [];
  const periods = new Set(items.flatMap((item) => shownIn(book, item, now)));
  return [...periods].sort().flatMap((period) => {
    const theirs = units.filter((unit) =>
      items.some((item) => item.unit === unit && shownIn(book, item, now).includes(period)),
    );
    const places = placesAfter(book, { period, now, units: theirs, supposed: items });
    return places.map(({ track, ...place }) => ({ ...place, track: track.name, period }));
  });
}
