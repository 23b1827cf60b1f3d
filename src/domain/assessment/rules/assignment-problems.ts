import { add, compare, one, rational, zero } from '../../../shared/rational.ts';
import { isPeriod } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Rule, SimpleRule } from '../records/rule.ts';
import { simpleRulesOf } from './simple-rules-of.ts';

/**
 * Why an assignment is refused when it is set, one Chinese sentence a reason, none when it may stand (domain §4): a
 * target ≤ 0 that something is divided by, `zeroAt = fullAt`, shares that do not sum to 1. What concerns several
 * assignments together is in `planProblems`.
 */
export function assignmentProblems(assignment: Assignment): readonly string[] {
  return [
    ...(compare(rational(assignment.weight), zero) < 0 ? [`权重${assignment.weight}不能小于0。`] : []),
    ...assignment.milestones
      .filter((milestone) => !isPeriod(milestone.period))
      .map((milestone) => `路线图时点“${milestone.period}”不是有效的期间。`),
    ...(simpleRulesOf(assignment.rule).some(dividesByTarget) ? targetProblems(assignment) : []),
    ...simpleRulesOf(assignment.rule).flatMap(intervalProblems),
    ...shareProblems(assignment.rule),
  ];
}

/** Whether a rule divides by the unit's own target. */
function dividesByTarget(rule: SimpleRule): boolean {
  return rule.type === 'completion' || comparesCompletion(rule);
}

/** Whether a rule compares value ÷ target among the track's units, and so divides by the others' targets too. */
export function comparesCompletion(rule: SimpleRule): boolean {
  return (rule.type === 'efficacy' || rule.type === 'rank') && rule.of === 'completion';
}

/** The targets of an assignment, milestones included, that are not above 0. */
export function targetProblems({ annual_target, milestones }: Assignment): readonly string[] {
  const isPositive = (target: string) => compare(rational(target), zero) > 0;
  return [
    ...(isPositive(annual_target) ? [] : [`年度目标${annual_target}不大于0，不能按完成率赋分。`]),
    ...milestones
      .filter((milestone) => !isPositive(milestone.value))
      .map(({ period, value }) => `${period}的路线图目标${value}不大于0，不能按完成率赋分。`),
  ];
}

function intervalProblems(rule: SimpleRule): readonly string[] {
  if (rule.type !== 'interval' || compare(rational(rule.zeroAt), rational(rule.fullAt)) !== 0) return [];
  return [`区间赋分的0分值与满分值相同（${rule.zeroAt}），无法赋分。`];
}

function shareProblems(rule: Rule): readonly string[] {
  if (rule.type !== 'blend') return [];
  const sum = rule.parts.reduce((total, part) => add(total, rational(part.share)), zero);
  const own = compare(sum, one) === 0 ? [] : ['综合赋分各部分的占比之和不是100%。'];
  return [...own, ...rule.parts.flatMap((part) => shareProblems(part.rule))];
}
