import {
  add,
  clamp,
  compare,
  divide,
  maximum,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../shared/rational.ts';
import type { Period } from '../calendar/period.ts';
import type { Book } from './book.ts';
import { comparisonOf } from './comparison-of.ts';
import type { Line } from './line.ts';
import type { Rule, SimpleRule } from './rule.ts';

type RuleOf<T extends Rule['type']> = Extract<Rule, { type: T }>;

/** What a rule looks at: a line with its value for q and the target of q. */
export interface Situation {
  readonly book: Book;
  readonly line: Line;
  readonly q: Period;
  readonly value: Rational;
  readonly target: Rational;
}

const two = rational(2n);

/** The f of a rule (domain §4), exact; undefined when a benchmark it needs is missing, inside a blend too. */
export function factorOf(rule: Rule, situation: Situation): Rational | undefined {
  return rule.type === 'blend' ? blend(rule, situation) : simple(rule, situation);
}

function simple(rule: SimpleRule, situation: Situation): Rational | undefined {
  switch (rule.type) {
    case 'completion':
      return completion(rule, situation);
    case 'interval':
      return interval(rule, situation);
    case 'efficacy':
      return efficacy(rule, situation);
    case 'rank':
      return rank(rule, situation);
    case 'steps':
      return steps(rule, situation);
    case 'growth':
      return growth(rule, situation);
    default:
      // A rule without its case here must not pass as one without its benchmark.
      return rule satisfies never;
  }
}

function isHigher(line: Line): boolean {
  return line.indicator.direction === 'higher';
}

function completion(rule: RuleOf<'completion'>, { book, line, value, target }: Situation): Rational {
  if (target.num === 0n) throw new RangeError(`assignment ${line.assignment.id}: the target is 0`);
  const ratio = divide(value, target);
  return clamp(isHigher(line) ? ratio : subtract(two, ratio), book.number(rule.floor), book.number(rule.cap));
}

function interval(rule: RuleOf<'interval'>, { book, value }: Situation): Rational {
  const zeroAt = book.number(rule.zeroAt);
  return clamp(divide(subtract(value, zeroAt), subtract(book.number(rule.fullAt), zeroAt)), zero, one);
}

function efficacy(rule: RuleOf<'efficacy'>, { book, line, q }: Situation): Rational {
  const { worst, spread, standings } = comparisonOf(book, { line, q, of: rule.of });
  const standing = standings.get(line);
  if (!standing || spread.num === 0n) return one;
  const base = book.number(rule.base);
  const share = divide(subtract(standing.x, worst), spread);
  return add(base, multiply(subtract(one, base), share));
}

function rank(rule: RuleOf<'rank'>, { book, line, q }: Situation): Rational {
  const place = comparisonOf(book, { line, q, of: rule.of }).standings.get(line)?.rank ?? 1;
  const lost = multiply(book.number(rule.step), rational(BigInt(place - 1)));
  return maximum(book.number(rule.floor), subtract(one, lost));
}

/** The hardest threshold reached: the largest where higher is better, the smallest where lower is. */
function steps(rule: RuleOf<'steps'>, { book, line, value }: Situation): Rational {
  const sign = isHigher(line) ? 1 : -1;
  let hardest: { from: Rational; f: string } | undefined;
  for (const step of rule.steps) {
    const from = book.number(step.from);
    if (sign * compare(value, from) < 0) continue;
    if (!hardest || sign * compare(from, hardest.from) > 0) hardest = { from, f: step.f };
  }
  return hardest ? book.number(hardest.f) : zero;
}

function growth(rule: RuleOf<'growth'>, { book, line, q, value }: Situation): Rational | undefined {
  const benchmark = book.benchmarkFor(line.assignment.indicator, q)?.[rule.against];
  if (benchmark === undefined || benchmark === null) return undefined;
  const ahead = subtract(value, book.number(benchmark));
  const gained = multiply(book.number(rule.perPoint), ahead);
  const base = book.number(rule.base);
  return clamp(isHigher(line) ? add(base, gained) : subtract(base, gained), zero, one);
}

function blend(rule: RuleOf<'blend'>, situation: Situation): Rational | undefined {
  let sum = zero;
  for (const part of rule.parts) {
    const f = factorOf(part.rule, situation);
    if (f === undefined) return undefined;
    sum = add(sum, multiply(situation.book.number(part.share), f));
  }
  return sum;
}
