import {
  add,
  compare,
  type Rational,
  rational,
  subtract,
  toDecimal,
  zero,
} from '../../../shared/rational.ts';

const full = rational(100n);
const places = 20;

/** What a unit's weights sum to, and how far that is from 100, in words: `权重合计 98 分，还差 2 分`. */
export function weightSum(assignments: readonly { weight: string }[]) {
  const sum = assignments.reduce<Rational>((total, { weight }) => add(total, rational(weight)), zero);
  const order = compare(sum, full);
  const gap = toDecimal(order < 0 ? subtract(full, sum) : subtract(sum, full), places);
  const words = `权重合计 ${toDecimal(sum, places)} 分`;
  if (order === 0) return { isWhole: true, words };
  return { isWhole: false, words: `${words}，${order < 0 ? '还差' : '多出'} ${gap} 分` };
}
