import { toRational } from '../../../shared/exact.ts';
import {
  add,
  compare,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../../shared/rational.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Rule, SimpleRule } from '../records/rule.ts';
import { simpleRulesOf } from '../rules/simple-rules-of.ts';
import { targetIn } from '../scoring/target-of.ts';
import type { ColumnTrial } from './column-trial.ts';

/**
 * Between which values everybody's points move one way only, as the unit's own value gets better: empty where they do so over the whole range.
 * Then f of the unit itself never falls and f of who is compared with it never rises; a rule that turns (an interval against the
 * indicator's direction, thresholds whose f falls, a negative step or share) is cut where its formula changes.
 */
export function turningValues(trial: ColumnTrial): readonly Rational[] {
  return movesOneWay(trial) ? [] : breakValues(trial);
}

/** Whether everybody's points move one way over the whole range. */
export function movesOneWay(trial: ColumnTrial): boolean {
  const { peers, index, touched } = trial;
  return touched.every((at) => {
    const assignment = peers.assignments[at];
    return !assignment || isSteady(trial, assignment, at === index);
  });
}

/** All values at which the formula of somebody's points changes: bounds, thresholds, and where the unit draws level with another. */
export function breakValues(trial: ColumnTrial): readonly Rational[] {
  const rules = simpleRulesOf(trial.assignment.rule);
  const own = rules.flatMap((rule) => cutsOf(trial, rule));
  const compares =
    trial.touched.length > 1 || rules.some(({ type }) => type === 'efficacy' || type === 'rank');
  return compares ? [...own, ...comparedCuts(trial)] : own;
}

/** Whether the points of an assignment move one way: up for the unit itself, down for the others. */
function isSteady(trial: ColumnTrial, assignment: Assignment, isOwn: boolean): boolean {
  const target = toRational(targetIn(trial.column, assignment));
  const ownTarget = toRational(targetIn(trial.column, trial.assignment));
  const higher = trial.peers.indicator.direction === 'higher';
  const fits = (rule: Rule): boolean => {
    if (rule.type === 'blend')
      return rule.parts.every((part) => compare(rational(part.share), zero) >= 0 && fits(part.rule));
    if (rule.type === 'efficacy' || rule.type === 'rank') return comparesSteadily(rule, ownTarget);
    return !isOwn || risesSteadily(rule, target, higher);
  };
  return fits(assignment.rule);
}

function comparesSteadily(
  rule: Extract<SimpleRule, { type: 'efficacy' | 'rank' }>,
  ownTarget: Rational,
): boolean {
  if (rule.of === 'completion' && compare(ownTarget, zero) <= 0) return false;
  return rule.type === 'rank'
    ? compare(rational(rule.step), zero) >= 0
    : compare(rational(rule.base), one) <= 0;
}

type StandAlone = Exclude<SimpleRule, { type: 'efficacy' | 'rank' }>;

function risesSteadily(rule: StandAlone, target: Rational, higher: boolean): boolean {
  switch (rule.type) {
    case 'completion':
      return compare(target, zero) > 0;
    case 'interval':
      return compare(rational(rule.fullAt), rational(rule.zeroAt)) > 0 === higher;
    case 'growth':
      return compare(rational(rule.perPoint), zero) >= 0;
    case 'steps': {
      const byFrom = [...rule.steps].sort((a, b) => compare(rational(a.from), rational(b.from)));
      const factors = (higher ? byFrom : byFrom.reverse()).map(({ f }) => rational(f));
      return factors.every((f, at) => compare(f, factors[at - 1] ?? zero) >= 0);
    }
  }
}

/** Where the formula of one of the unit's own rules changes. */
function cutsOf({ assignment, column }: ColumnTrial, rule: SimpleRule): Rational[] {
  switch (rule.type) {
    case 'completion': {
      const target = toRational(targetIn(column, assignment));
      const edges = [rational(rule.cap), rational(rule.floor)];
      return [...edges, ...edges.map((edge) => subtract(rational(2n), edge))].map((edge) =>
        multiply(edge, target),
      );
    }
    case 'interval':
      return [rational(rule.zeroAt), rational(rule.fullAt)];
    case 'steps':
      return rule.steps.map(({ from }) => rational(from));
    case 'growth': {
      const benchmark = column.benchmark?.[rule.against];
      const perPoint = rational(rule.perPoint);
      if (benchmark === undefined || benchmark === null || perPoint.num === 0n) return [];
      const ahead = [zero, one].map((f) => divide(subtract(f, rational(rule.base)), perPoint));
      return ahead.flatMap((by) => [add(rational(benchmark), by), subtract(rational(benchmark), by)]);
    }
    default:
      return [];
  }
}

/** The values at which the unit draws level with one of the others, by value and by completion. */
function comparedCuts({ peers, column, index, assignment }: ColumnTrial): Rational[] {
  const own = toRational(targetIn(column, assignment));
  return peers.assignments.flatMap((other, at) => {
    const report = column.reports[at];
    if (!report || at === index) return [];
    const value = rational(report.value);
    const target = toRational(targetIn(column, other));
    return target.num === 0n ? [value] : [value, multiply(own, divide(value, target))];
  });
}
