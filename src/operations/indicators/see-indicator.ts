import { isOfIndicatorsOffice, mayReadValue } from '../../authorize/may-read-value.ts';
import { maySeeWorking } from '../../authorize/ranking-sight.ts';
import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { targetOf } from '../../domain/assessment/scoring/target-of.ts';
import { cityPlaceWords, comparedWithBenchmark } from '../../domain/assessment/working/benchmark-words.ts';
import { type Period, shiftPeriod, startOf, yearOf } from '../../domain/calendar/period.ts';
import { type Actor, type Place, unitsOf } from '../../domain/people/actor.ts';
import { compare, rational } from '../../shared/rational.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { cadreNames } from '../people/cadre-names.ts';
import { assignedYears } from '../periods/assigned-years.ts';
import { lockRefusal } from '../values/lock-refusal.ts';
import { decimalOf, percentOf } from './exact-words.ts';
import { indicatorTrend } from './indicator-trend.ts';

interface Seeing {
  readonly indicator: string;
  /** Of the indicator's own frequency. */
  readonly period: Period;
  /** Whose trend is drawn. */
  readonly unit?: string | undefined;
  readonly actor: Actor;
  readonly place: Place;
  readonly now: Instant;
}

function assigned(book: Book, { indicator, period }: Seeing): Assignment[] {
  const year = yearOf(period);
  return book.input.assignments.filter((each) => each.indicator === indicator && each.year === year);
}

/** A unit's value as the card shows it. */
function rowOf(book: Book, { indicator: code, period }: Seeing, assignment: Assignment) {
  const indicator = book.indicator(code);
  const report = book.valueFor(code, assignment.unit, period);
  const target = targetOf(book, assignment, period);
  return {
    unit: assignment.unit,
    unitName: book.unit(assignment.unit).short_name,
    report: report?.id,
    value: report && withMeasure(report.value, indicator),
    plain: report?.value,
    state: report?.state,
    target: withMeasure(decimalOf(target), indicator),
    completion: report && indicator.kind === 'cumulative' ? percentOf(report.value, target) : undefined,
  };
}

function inGoodOrder(book: Book, code: string) {
  const sign = book.indicator(code).direction === 'higher' ? -1 : 1;
  return (
    a: { plain?: string | undefined; unit: string },
    b: { plain?: string | undefined; unit: string },
  ) => {
    if (a.plain === undefined || b.plain === undefined)
      return Number(a.plain === undefined) - Number(b.plain === undefined) || (a.unit < b.unit ? -1 : 1);
    return sign * compare(rational(a.plain), rational(b.plain)) || (a.unit < b.unit ? -1 : 1);
  };
}

function benchmarkOf(book: Book, { indicator: code, period }: Seeing) {
  const indicator = book.indicator(code);
  const benchmark = book.benchmarkFor(code, period);
  if (!benchmark) return undefined;
  const figure = (area: string, value: string | null) =>
    value === null ? [] : [`${area} ${withMeasure(value, indicator)}`];
  return {
    figures: [
      ...figure('全国', benchmark.nation),
      ...figure('全省', benchmark.province),
      ...figure('全市', benchmark.city),
    ],
    district: benchmark.district === null ? undefined : withMeasure(benchmark.district, indicator),
    compared: comparedWithBenchmark(indicator, benchmark, benchmark.district),
    place: cityPlaceWords(benchmark),
  };
}

/** Who answers for the indicator, in words. */
async function ownersOf(tx: ReadTx, book: Book, { indicator: code }: Seeing) {
  const { leader, lead_unit, task_force, source } = book.indicator(code);
  const nameOf = await cadreNames(tx);
  const lead = book.input.units.find(({ id }) => id === lead_unit);
  return {
    leader: nameOf(leader),
    leadUnit: lead?.short_name ?? '未定',
    force: book.input.taskForces.find(({ id }) => id === task_force)?.name ?? '未定',
    source,
  };
}

function neighbours(book: Book, { indicator, period, now }: Seeing): { previous?: Period; next?: Period } {
  const years = assignedYears(book, indicator);
  const [previous, next] = [shiftPeriod(period, -1), shiftPeriod(period, 1)];
  return {
    ...(years.has(yearOf(previous)) ? { previous } : {}),
    ...(years.has(yearOf(next)) && startOf(next) <= dayOf(now) ? { next } : {}),
  };
}

/** An indicator in one of its periods as this person may see it here (domain §8): a unit never another's raw value. */
export async function seeIndicator(tx: ReadTx, book: Book, seeing: Seeing) {
  const { indicator: code, period, actor, place, now } = seeing;
  const indicator = book.indicator(code);
  const all = assigned(book, seeing);
  const reads = (unit: string) => mayReadValue(book, { actor, place }, { indicator: code, unit });
  const rows = all
    .filter(({ unit }) => reads(unit))
    .map((each) => rowOf(book, seeing, each))
    .sort(inGoodOrder(book, code));
  const mine = place.type === 'private' ? unitsOf(actor) : place.kind === 'unit' ? [place.of] : [];
  const own = rows.find(({ unit }) => mine.includes(unit));
  const drawn =
    rows.find(({ unit }) => unit === seeing.unit) ?? own ?? (rows.length === 1 ? rows[0] : undefined);
  const missing = all.filter(({ unit }) => !book.valueFor(code, unit, period));
  const [first] = rows;
  const locked =
    first !== undefined &&
    (await lockRefusal(tx, { indicator: code, unit: first.unit, period }, now)) !== undefined;
  const whole = rows.length === all.length;
  const chases = actor.roles.includes('assessment_office') || isOfIndicatorsOffice(book, actor, code);
  const benchmark = book.benchmarkFor(code, period);
  return {
    ...{ code, name: indicator.name, period, locked, ruleVersion: book.ruleVersionFor(period) },
    measure: indicator.measure,
    kind: indicator.kind,
    frequency: indicator.frequency,
    due: book.dueDayOf(period),
    overdue: dayOf(now) > book.dueDayOf(period),
    owners: await ownersOf(tx, book, seeing),
    benchmark: benchmarkOf(book, seeing),
    own: own && {
      ...own,
      compared: comparedWithBenchmark(indicator, benchmark, own.plain ?? null),
      mayExplain: maySeeWorking(own.unit, actor, place),
    },
    rows,
    reported: all.length - missing.length,
    expected: all.length,
    unreported: whole ? missing.map(({ unit }) => book.unit(unit).short_name) : undefined,
    whole,
    trend: indicatorTrend(book, {
      indicator: code,
      period,
      assignment: all.find(({ unit }) => unit === drawn?.unit),
    }),
    mayTrace: place.type === 'private',
    mayReport: !locked && place.type === 'private' && all.some(({ unit }) => mine.includes(unit)),
    mayChase: place.type === 'private' && chases && missing.length > 0,
    mayBenchmark: place.type === 'private' && actor.roles.includes('assessment_office'),
    ...neighbours(book, seeing),
  };
}
