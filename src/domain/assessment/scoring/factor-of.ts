import {
  difference,
  type Exact,
  exactly,
  held,
  none,
  order,
  product,
  quotient,
  sum,
  unity,
} from '../../../shared/exact.ts';
import { readExact } from '../../../shared/read-exact.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Rule } from '../records/rule.ts';
import { comparisonOf, ranksIn } from './comparison-of.ts';
import type { Column, Peers } from './peers.ts';
import { completionOf } from './target-of.ts';

type RuleOf<T extends Rule['type']> = Extract<Rule, { type: T }>;

/** What a rule looks at: one of the peers with its value for the column's q. */
export interface Situation {
  readonly peers: Peers;
  readonly column: Column;
  readonly index: number;
  readonly assignment: Assignment;
  readonly value: Exact;
}

const two = exactly(2);

/** The f of a rule (domain §4), exact; undefined when a benchmark it needs is missing, inside a blend too. */
export function factorOf(rule: Rule, situation: Situation): Exact | undefined {
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
    case 'blend':
      return blend(rule, situation);
    default:
      // A rule without its case here must not pass as one without its benchmark.
      return rule satisfies never;
  }
}

function isHigher({ peers }: Situation): boolean {
  return peers.indicator.direction === 'higher';
}

function completion(rule: RuleOf<'completion'>, situation: Situation): Exact {
  const { assignment, value, column } = situation;
  const ratio = completionOf(column, assignment, value);
  return held(
    isHigher(situation) ? ratio : difference(two, ratio),
    readExact(rule.floor),
    readExact(rule.cap),
  );
}

function interval(rule: RuleOf<'interval'>, { value }: Situation): Exact {
  const zeroAt = readExact(rule.zeroAt);
  return held(quotient(difference(value, zeroAt), difference(readExact(rule.fullAt), zeroAt)), none, unity);
}

function efficacy(rule: RuleOf<'efficacy'>, { peers, column, index }: Situation): Exact {
  const { worst, spread, compared } = comparisonOf({ peers, column, of: rule.of });
  const own = compared[index];
  if (!own || spread.num === 0) return unity;
  const base = readExact(rule.base);
  const share = quotient(difference(own, worst), spread);
  return sum(base, product(difference(unity, base), share));
}

function rank(rule: RuleOf<'rank'>, { peers, column, index }: Situation): Exact {
  const place = ranksIn(comparisonOf({ peers, column, of: rule.of }), peers)[index] ?? 1;
  const left = difference(unity, product(readExact(rule.step), exactly(place - 1)));
  const floor = readExact(rule.floor);
  return order(left, floor) > 0 ? left : floor;
}

/** The hardest threshold reached: the largest where higher is better, the smallest where lower is. */
function steps(rule: RuleOf<'steps'>, situation: Situation): Exact {
  const sign = isHigher(situation) ? 1 : -1;
  let hardest: { from: Exact; f: string } | undefined;
  for (const step of rule.steps) {
    const from = readExact(step.from);
    if (sign * order(situation.value, from) < 0) continue;
    if (!hardest || sign * order(from, hardest.from) > 0) hardest = { from, f: step.f };
  }
  return hardest ? readExact(hardest.f) : none;
}

function growth(rule: RuleOf<'growth'>, situation: Situation): Exact | undefined {
  const { column, value } = situation;
  const benchmark = column.benchmark?.[rule.against];
  if (benchmark === undefined || benchmark === null) return undefined;
  const ahead = difference(value, readExact(benchmark));
  const gained = product(readExact(rule.perPoint), ahead);
  const base = readExact(rule.base);
  return held(isHigher(situation) ? sum(base, gained) : difference(base, gained), none, unity);
}

function blend(rule: RuleOf<'blend'>, situation: Situation): Exact | undefined {
  let total: Exact | undefined;
  for (const part of rule.parts) {
    const f = factorOf(part.rule, situation);
    if (f === undefined) return undefined;
    const shared = product(readExact(part.share), f);
    total = total ? sum(total, shared) : shared;
  }
  return total ?? none;
}
