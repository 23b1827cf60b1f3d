import { type Book, bookFor } from '../domain/assessment/book.ts';
import { lastEndedMonth } from '../domain/assessment/last-ended-month.ts';
import { scoreTrack } from '../domain/assessment/score-track.ts';
import { suppose } from '../domain/assessment/suppose.ts';
import { type Period, yearOf } from '../domain/calendar/period.ts';
import type { Instant } from '../shared/time.ts';

interface Item {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
  readonly value: string;
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

/** What recorded values do to their units' places in the last ended month; `book` is the one before. */
export function placeEffects(book: Book, items: readonly Item[], now: Instant): PlaceEffect[] {
  const period = lastEndedMonth(now);
  const after = suppose(book, items);
  const units = [...new Set(items.map((item) => item.unit))];
  return units.flatMap((unit) => {
    const track = bookFor(book, period).trackOfUnit(unit, yearOf(period));
    if (!track) return [];
    const rowIn = (version: Book) =>
      scoreTrack(version, { track: track.id, period, now }).units.find((row) => row.unit.id === unit);
    const later = rowIn(after);
    return [
      {
        unit,
        track: track.name,
        period,
        before: rowIn(book)?.place ?? null,
        after: later?.place ?? null,
        provisional: later?.provisional ?? false,
      },
    ];
  });
}
