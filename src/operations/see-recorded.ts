import { comparedWithBenchmark } from '../domain/assessment/benchmark-words.ts';
import type { Book } from '../domain/assessment/book.ts';
import type { Report } from '../domain/assessment/report.ts';
import { withMeasure } from '../domain/assessment/with-measure.ts';
import { periodName } from '../domain/calendar/period.ts';
import type { Actor, Place } from '../domain/people/actor.ts';
import { type Instant, shortDay } from '../shared/time.ts';
import { findOwed } from './find-owed.ts';
import { type PlaceEffect, placeEffects } from './place-effect.ts';

interface Seeing {
  readonly reports: readonly Report[];
  readonly actor: Actor;
  readonly place: Place;
  readonly now: Instant;
  /** Cadre id → name. */
  readonly nameOf: (id: string) => string;
  /** Places are drafts that these people may not see yet. */
  readonly hideEffects?: boolean;
}

const placeWords = (place: number | null) => (place === null ? '暂无名次' : `第 ${place} 名`);

function effectWords(book: Book, { unit, track, period, before, after, provisional }: PlaceEffect): string {
  const moved =
    before === after ? `${placeWords(after)}，没有变化` : `${placeWords(before)} → ${placeWords(after)}`;
  const mark = provisional ? '（暂列）' : '';
  return `${book.unit(unit).short_name}${periodName(period)}在${track}：${moved}${mark}`;
}

/** What is still owed after these values, in words; undefined when nothing is. */
function nextWords(book: Book, { reports, actor, now }: Seeing): string | undefined {
  const given = new Set(reports.map(({ indicator, unit, period }) => `${indicator}|${unit}|${period}`));
  const left = findOwed(book, { actor, now }).owed.filter(
    ({ assignment, period }) => !given.has(`${assignment.indicator}|${assignment.unit}|${period}`),
  );
  const [first] = left;
  return first && `还有 ${left.length} 项待报，最早的截止${shortDay(first.due)}。`;
}

/** What was recorded, for the card; `book` is the one before. Places are named only where the unit's own people read. */
export function seeRecorded(book: Book, seeing: Seeing) {
  const { reports, place, now } = seeing;
  const effects = placeEffects(book, reports, now).filter(
    ({ unit }) => place.type === 'private' || (place.kind === 'unit' && place.of === unit),
  );
  return {
    items: reports.map(({ indicator: code, unit, period, value, on_behalf_of, late_reason }) => {
      const indicator = book.indicator(code);
      const before = book.valueFor(code, unit, period);
      return {
        indicator: indicator.name,
        unitName: book.unit(unit).short_name,
        period,
        value: withMeasure(value, indicator),
        replaces: before && withMeasure(before.value, indicator),
        waitsFor: '单位负责人',
        behalf: on_behalf_of && seeing.nameOf(on_behalf_of),
        lateReason: late_reason,
        compared: comparedWithBenchmark(indicator, book.benchmarkFor(code, period), value),
      };
    }),
    effects: seeing.hideEffects ? [] : effects.map((effect) => effectWords(book, effect)),
    // What somebody still owes is theirs to know (domain §1), as `/mine` always answers in private.
    next: place.type === 'private' ? nextWords(book, seeing) : undefined,
  };
}
