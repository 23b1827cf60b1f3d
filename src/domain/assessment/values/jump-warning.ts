import {
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  toDecimal,
} from '../../../shared/rational.ts';
import { monthsElapsed, type Period, periodName, yearOf } from '../../calendar/period.ts';
import type { Indicator } from '../records/indicator.ts';
import { withMeasure } from '../records/with-measure.ts';

/** A value of an indicator for one of its periods. */
export interface PeriodValue {
  readonly period: Period;
  readonly value: string;
}

/** What is unusual about a value, with a Chinese sentence for the card that asks a second time. */
export interface JumpWarning {
  readonly reason: 'fall' | 'pace' | 'level' | 'rate';
  readonly say: string;
}

const tolerance = rational('0.3');
const points = rational('5');

/**
 * Whether a value asks a second time beside the previous period's (domain §3, Report): a cumulative one whose pace
 * (value ÷ months elapsed) is over 30 % away or which falls within the year, a level over 30 % away, a rate over 5
 * points away.
 */
export function jumpWarning(
  indicator: Indicator,
  current: PeriodValue,
  previous: PeriodValue | undefined,
): JumpWarning | undefined {
  if (!previous) return undefined;
  const now = rational(current.value);
  const before = rational(previous.value);
  const beside = `${periodName(previous.period)}为 ${withMeasure(previous.value, indicator)}，本次为 ${withMeasure(current.value, indicator)}`;
  if (indicator.kind === 'rate') {
    const away = magnitude(subtract(now, before));
    if (compare(away, points) <= 0) return undefined;
    return { reason: 'rate', say: `${beside}，相差 ${toDecimal(away, 20)} 个百分点，请再次确认。` };
  }
  if (indicator.kind === 'level') {
    return isFar(now, before) ? { reason: 'level', say: `${beside}，变动超过 30%，请再次确认。` } : undefined;
  }
  if (yearOf(current.period) === yearOf(previous.period) && compare(now, before) < 0)
    return { reason: 'fall', say: `${beside}，累计数比上期少，请再次确认。` };
  return isFar(paceOf(current), paceOf(previous))
    ? { reason: 'pace', say: `${beside}，月均进度变动超过 30%，请再次确认。` }
    : undefined;
}

function paceOf({ period, value }: PeriodValue): Rational {
  return divide(rational(value), rational(monthsElapsed(period)));
}

function isFar(now: Rational, before: Rational): boolean {
  return compare(magnitude(subtract(now, before)), multiply(magnitude(before), tolerance)) > 0;
}

function magnitude(value: Rational): Rational {
  return value.num < 0n ? negate(value) : value;
}
