import type { Book } from '../../domain/assessment/scoring/book.ts';
import { comparedWithBenchmark } from '../../domain/assessment/working/benchmark-words.ts';
import {
  type ExplainedAssignment,
  type Explanation,
  explainUnit,
} from '../../domain/assessment/working/explain.ts';
import { endOf, type Period } from '../../domain/calendar/period.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { add, compare, type Rational, rational, toDecimal, toFixed, zero } from '../../shared/rational.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import { neighbourPeriods } from '../periods/neighbour-periods.ts';
import { checkWorking } from './check-working.ts';

interface Seeing {
  readonly unit: string;
  readonly period: Period;
  readonly now: Instant;
  readonly actor: Actor;
  readonly place: Place;
}

const shown = (value: Rational | null, decimals: number) =>
  value === null ? null : toDecimal(value, decimals);

function lineOf(book: Book, line: ExplainedAssignment) {
  const benchmark = book.benchmarkFor(line.indicator.code, line.q);
  return {
    indicator: line.indicator.name,
    period: line.q,
    measure: line.indicator.measure,
    weight: line.assignment.weight,
    value: line.value,
    target: shown(line.target, 4),
    rule: line.assignment.rule,
    direction: line.indicator.direction,
    f: shown(line.f, 6),
    points: shown(line.points, 4),
    lost: shown(line.lost, 4),
    status: line.status,
    compared: comparedWithBenchmark(line.indicator, benchmark, line.value).slice(0, 1),
    source: line.indicator.source,
    reporter: line.report?.reporter ?? line.assignment.reporter,
  };
}

/** The measures in which one more step is said without a space being odd: 1 家, 1 亿元, 1 个百分点. */
function stepOf(line: ExplainedAssignment): string {
  const { measure, direction } = line.indicator;
  return `${direction === 'lower' ? '少' : '多'} 1 ${measure === '%' ? '个百分点' : measure}`;
}

function oneMore(lines: readonly ExplainedAssignment[]) {
  return lines
    .flatMap((line) =>
      line.plusOne?.inRange && line.plusOne.gain.num > 0n ? [{ line, gain: line.plusOne.gain }] : [],
    )
    .sort((a, b) => compare(b.gain, a.gain))
    .slice(0, 3)
    .map(({ line, gain }) => ({
      indicator: line.indicator.name,
      step: stepOf(line),
      gain: toFixed(gain, 2),
    }));
}

function sumOf(values: readonly (Rational | null)[]): string {
  return toDecimal(
    values.reduce<Rational>((sum, value) => (value === null ? sum : add(sum, value)), zero),
    4,
  );
}

function adjustmentsOf({ adjustments, score }: Explanation) {
  const uncapped = adjustments
    .filter(({ type }) => type === 'bonus')
    .reduce((sum, { points }) => add(sum, rational(points)), zero);
  return {
    adjustments: adjustments.map(({ id, type, points, reason, date }) => ({
      id,
      type,
      points,
      reason,
      date,
    })),
    bonus: toDecimal(score.bonus, 4),
    ...(compare(uncapped, score.bonus) > 0 ? { bonusUncapped: toDecimal(uncapped, 4) } : {}),
    deduction: toDecimal(score.deduction, 4),
  };
}

/** A unit's score taken apart, for the card (domain §4, Explained). Throws `not_allowed` where its working may not be shown. */
export function seeExplanation(book: Book, { unit, period, now, actor, place }: Seeing) {
  checkWorking(unit, { actor, place });
  const explained = explainUnit(book, { unit, period, now });
  const { score, table } = explained;
  const counted = explained.assignments.filter((line) => line.points !== null);
  return {
    unit,
    unitName: score.unit.short_name,
    track: { id: table.track.id, name: table.track.name },
    period,
    ruleVersion: book.ruleVersionFor(period),
    running: endOf(period) >= dayOf(now),
    score: score.score,
    place: score.place,
    units: table.units.length,
    reported: score.reported,
    due: score.due,
    ...(score.provisional ? { provisionalWhy: '有指标未到报送截止日或缺对标值，暂不计入' } : {}),
    vetoed: score.vetoed,
    points: sumOf(counted.map((line) => line.points)),
    weights: sumOf(counted.map((line) => rational(line.assignment.weight))),
    ...adjustmentsOf(explained),
    lines: explained.assignments.map((line) => lineOf(book, line)),
    oneMore: oneMore(explained.assignments),
    ...neighbourPeriods(book, period, now),
  };
}
