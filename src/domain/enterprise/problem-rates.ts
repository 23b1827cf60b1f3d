import { fraction, multiply, rational, toFixed } from '../../shared/rational.ts';
import { grouped } from '../assessment/scoring/indexes.ts';
import type { Problem } from './problem.ts';

type Counted = Pick<Problem, 'state' | 'assigned_at' | 'first_answer_at' | 'end' | 'rating'>;

/** How a group of problems was handled (domain §7): counts, and rates in percent with two decimals, null where there is nothing to divide by. */
export interface ProblemRate {
  readonly name: string;
  /** All but those sent back to the company. */
  readonly count: number;
  readonly assigned: number;
  readonly answered: number;
  /** 响应率: answered at least once ÷ assigned. */
  readonly response: string | null;
  readonly solved: number;
  /** Ended with a public reason instead (不再需要、不属职责、无法办理): they count apart. */
  readonly apart: number;
  /** 办结率: solved ÷ those that do not count apart. */
  readonly solution: string | null;
  readonly rated: number;
  readonly content: number;
  /** 满意率: satisfied or basically satisfied ÷ rated. */
  readonly satisfaction: string | null;
}

const hundred = rational(100n);

function percent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  return toFixed(multiply(fraction(BigInt(part), BigInt(whole)), hundred), 2);
}

function problemRate(name: string, all: readonly Counted[]): ProblemRate {
  const problems = all.filter(({ state }) => state !== 'returned');
  const count = (fits: (problem: Counted) => boolean) => problems.filter(fits).length;
  const assigned = count(({ assigned_at }) => assigned_at !== null);
  const answered = count(
    ({ assigned_at, first_answer_at }) => assigned_at !== null && first_answer_at !== null,
  );
  const solved = count(({ state, end }) => state === 'closed' && end === 'solved');
  const apart = count(({ state, end }) => state === 'closed' && end !== null && end !== 'solved');
  const rated = count(({ rating }) => rating !== null);
  const content = count(({ rating }) => rating !== null && rating !== 'not_satisfied');
  return {
    ...{ name, count: problems.length, assigned, answered, solved, apart, rated, content },
    response: percent(answered, assigned),
    solution: percent(solved, problems.length - apart),
    satisfaction: percent(content, rated),
  };
}

/** The same for every group that the key makes, in the order in which the groups first appear, and for all together (合计) at the end. */
export function problemRates<P extends Counted>(
  problems: readonly P[],
  keyOf: (problem: P) => string,
): ProblemRate[] {
  const groups = grouped(problems, keyOf);
  return [...[...groups].map(([name, group]) => problemRate(name, group)), problemRate('合计', problems)];
}
