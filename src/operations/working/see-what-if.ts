import { rankingSight } from '../../authorize/ranking-sight.ts';
import { scoreTrack, type TrackTable } from '../../domain/assessment/ranking/score-track.ts';
import { type Book, bookFor } from '../../domain/assessment/scoring/book.ts';
import { findAssignment } from '../../domain/assessment/scoring/find-assignment.ts';
import { scoreAssignment } from '../../domain/assessment/scoring/score-assignment.ts';
import { scoreMoment } from '../../domain/assessment/scoring/score-moment.ts';
import { suppose } from '../../domain/assessment/scoring/suppose.ts';
import type { Supposition } from '../../domain/assessment/scoring/supposed-columns.ts';
import { suppositionOf } from '../../domain/assessment/scoring/supposition-of.ts';
import { endOf, type Period } from '../../domain/calendar/period.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { toDecimal } from '../../shared/rational.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import { shownUnits } from '../ranking/shown-units.ts';
import { checkWorking } from './check-working.ts';
import type { Supposed } from './read-what-if.ts';

interface Seeing {
  readonly supposed: readonly Supposed[];
  readonly period: Period;
  readonly now: Instant;
  readonly actor: Actor;
  readonly place: Place;
}

/** Where the indicator is not the unit's at all: where to see which are. */
function nextAfter(book: Book, { indicator, unit }: Supposed, year: number): string {
  if (findAssignment(book, { indicator, unit, year })) return '';
  return `发送“/得分 ${book.unit(unit).short_name}”看它承担哪些指标。`;
}

function suppositionsOf(book: Book, { supposed, period, now }: Seeing): readonly Supposition[] {
  const moment = scoreMoment(book, { period, now });
  return supposed.map((each) => {
    const found = suppositionOf(book, each, moment);
    if ('problem' in found) throw errors.badInput(`${found.problem}${nextAfter(book, each, moment.year)}`);
    return found;
  });
}

function itemOf(book: Book, then: Book, { supposition, when }: { supposition: Supposition; when: Seeing }) {
  const { indicator, unit, value } = supposition;
  const moment = scoreMoment(book, when);
  const assignment = findAssignment(book, { indicator, unit, year: moment.year });
  const [before, after] = [book, then].map((version) =>
    assignment ? scoreAssignment(version, assignment, moment) : undefined,
  );
  return {
    indicator: book.indicator(indicator).name,
    measure: book.indicator(indicator).measure,
    period: supposition.period,
    unitName: book.unit(unit).short_name,
    valueBefore: before?.value ?? null,
    value,
    pointsBefore: before?.points ? toDecimal(before.points, 4) : null,
    points: after?.points ? toDecimal(after.points, 4) : null,
  };
}

function rowsOf(before: TrackTable, after: TrackTable, own: ReadonlySet<string>) {
  const earlier = new Map(before.units.map((row) => [row.unit.id, row]));
  return after.units.map(({ unit, score, place }) => {
    const was = earlier.get(unit.id);
    const moved = place === null || !was || was.place === null ? null : was.place - place;
    return {
      unit: unit.id,
      name: unit.short_name,
      own: own.has(unit.id),
      place,
      movement: moved,
      score,
      scoreBefore: was?.score ?? null,
    };
  });
}

/**
 * The track with supposed values, for the card; nothing is saved (domain §4, What-if). Who does not see everything sees the rows they see without
 * the supposition: by supposing values nobody looks further. Throws `not_allowed` for another's unit, `bad_input` where a value cannot be supposed.
 */
export function seeWhatIf(latest: Book, seeing: Seeing) {
  const { supposed, period, now, actor, place } = seeing;
  const book = bookFor(latest, period);
  for (const { unit } of supposed) checkWorking(unit, { actor, place });
  const suppositions = suppositionsOf(book, seeing);
  const [first] = suppositions;
  const track = first && book.trackOfUnit(first.unit, scoreMoment(book, { period, now }).year);
  if (!first || !track) throw errors.badInput('这个单位不在任何赛道里，没有名次可以测算。');
  if (suppositions.some(({ unit }) => !track.units.includes(unit)))
    throw errors.badInput('一次只能测算同一赛道的单位，请分开发送。');
  const then = suppose(book, suppositions);
  const [before, after] = [book, then].map((version) =>
    scoreTrack(version, { track: track.id, period, now }),
  );
  if (!before || !after) throw new RangeError(track.id);
  const own = new Set(suppositions.map(({ unit }) => unit));
  const shown = shownUnits(book, {
    scope: { scope: 'track', of: track.id },
    sight: rankingSight(actor, place),
    when: { period, now },
  });
  return {
    unit: first.unit,
    unitName: book.unit(first.unit).short_name,
    track: { id: track.id, name: track.name },
    period,
    ruleVersion: book.ruleVersionFor(period),
    running: endOf(period) >= dayOf(now),
    items: suppositions.map((supposition) => itemOf(book, then, { supposition, when: seeing })),
    before: placed(before, first.unit),
    after: placed(after, first.unit),
    rows: rowsOf(before, after, own).filter(({ unit }) => shown === 'all' || shown.has(unit)),
    limited: shown !== 'all',
  };
}

function placed({ units }: TrackTable, id: string) {
  const row = units.find(({ unit }) => unit.id === id);
  return { score: row?.score ?? null, place: row?.place ?? null };
}
