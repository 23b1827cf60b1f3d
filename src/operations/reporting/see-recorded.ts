import type { Report } from '../../domain/assessment/records/report.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { comparedWithBenchmark } from '../../domain/assessment/working/benchmark-words.ts';
import { periodName } from '../../domain/calendar/period.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { type Instant, shortDay } from '../../shared/time.ts';
import { findOwed, type Owed } from './find-owed.ts';
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
  const isGiven = ({ assignment, period }: Owed) =>
    reports.some(
      (report) =>
        report.period === period &&
        report.indicator === assignment.indicator &&
        report.unit === assignment.unit,
    );
  const left = findOwed(book, { actor, now }).owed.filter((owed) => !isGiven(owed));
  const [first] = left;
  if (!first) return undefined;
  const late = left.filter(({ overdue }) => overdue).length;
  const due = `最早的截止${shortDay(first.due)}`;
  return late === 0
    ? `还有 ${left.length} 项待报，${due}。`
    : `还有 ${left.length} 项待报，其中 ${late} 项已逾期（${due}），请尽快补报。`;
}

/** Places are named only where the unit's own people read. */
function effectUnits({ reports, place }: Seeing): string[] {
  const units = [...new Set(reports.map(({ unit }) => unit))];
  return units.filter((unit) => place.type === 'private' || (place.kind === 'unit' && place.of === unit));
}

/** What was recorded, for the card; `book` is the one before. */
export function seeRecorded(book: Book, seeing: Seeing) {
  const { reports, place, now } = seeing;
  const units = seeing.hideEffects ? [] : effectUnits(seeing);
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
    effects: placeEffects(book, { items: reports, units, now }).map((effect) => effectWords(book, effect)),
    // What somebody still owes is theirs to know (domain §1), as `/mine` always answers in private.
    next: place.type === 'private' ? nextWords(book, seeing) : undefined,
  };
}
