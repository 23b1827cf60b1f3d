import { placesAfter } from '../../domain/assessment/ranking/place-after.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import type { Period } from '../../domain/calendar/period.ts';
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

/** A unit's place in its track before and after its new values. */
export interface PlaceEffect {
  readonly unit: string;
  readonly track: string;
  readonly period: Period;
  readonly before: number | null;
  readonly after: number | null;
  readonly provisional: boolean;
}

/** What recorded values do to units' places in the last ended month; `book` is the one before. */
export function placeEffects(book: Book, { items, units, now }: Effects): PlaceEffect[] {
  if (units.length === 0) return [];
  const period = lastEndedMonth(now);
  const places = placesAfter(book, { period, now, units, supposed: items });
  return places.map(({ track, ...place }) => ({ ...place, track: track.name, period }));
}
