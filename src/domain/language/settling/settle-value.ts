import { negate, type Rational, rational, toDecimal } from '../../../shared/rational.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import { valueProblem } from '../../assessment/records/value-problem.ts';
import { convert, type Measure, measureNamed } from '../numbers/measures.ts';
import type { Reading } from '../reading/reading.ts';
import type { AskReason } from './understanding.ts';

/** A value in the indicator's measure, or why there is none; `refused`: the one that cannot be taken. */
export type SettledValue = { value: string } | { problem: AskReason; refused?: string };

const percent: Measure = measureNamed('%');

/** What a number without a measure is measured in: money and scaled figures must not be guessed (messages 3). */
function unsaidMeasure(reading: Reading, own: Measure): Measure | AskReason {
  const { dimension } = own;
  const one = { dimension, size: rational(1) };
  if (dimension === 'dollar') return 'measure_missing';
  if (dimension === 'yuan') return reading.quantity.scaled ? one : 'measure_missing';
  if (!reading.quantity.scaled) return own;
  return dimension === 'count' || dimension === 'area' ? one : 'measure_incompatible';
}

/** The head of a list says one measure for all its money; counts and rates below it keep their own. */
function measureOf(reading: Reading, own: Measure): Measure | AskReason {
  const { quantity, measure } = reading;
  if (quantity.measure) return quantity.measure;
  if (measure && !quantity.scaled && measure.dimension === own.dimension) return measure;
  return unsaidMeasure(reading, own);
}

/** The exact decimal of a fraction, undefined when it has none (one third). */
export function exactDecimal(value: Rational): string | undefined {
  let { den } = value;
  let places = 0;
  while (den % 10n === 0n) [den, places] = [den / 10n, places + 1];
  while (den % 2n === 0n) [den, places] = [den / 2n, places + 1];
  while (den % 5n === 0n) [den, places] = [den / 5n, places + 1];
  return den === 1n ? toDecimal(value, places) : undefined;
}

/** A fall of a rate of fall is positive; of any other growth rate negative. */
function signedGrowth(reading: Reading, indicator: Indicator): Rational | undefined {
  const { value } = reading.quantity;
  const fell = reading.words.has('fall');
  const rose = reading.words.has('rise');
  if (fell && rose) return undefined;
  if ((fell || rose) && reading.quantity.signed && value.num < 0n) return fell ? undefined : value;
  const falling = /下降/.test(indicator.name);
  if (falling && !fell && !rose) return reading.words.has('yoy') ? undefined : value;
  return fell !== falling ? negate(value) : value;
}

/** Converts a reading into the indicator's measure, exactly, and checks that it is plausible. */
export function settleValue(reading: Reading, indicator: Indicator): SettledValue {
  const own = measureNamed(indicator.measure);
  const growth = reading.role === 'growth';
  const measure = growth ? percent : measureOf(reading, own);
  if (typeof measure === 'string') return { problem: measure };
  const number = growth ? signedGrowth(reading, indicator) : reading.quantity.value;
  if (!number) return { problem: 'value_unclear' };
  const converted = convert(number, measure, own);
  if (!converted) return { problem: 'measure_incompatible' };
  const value = exactDecimal(converted);
  if (value === undefined) return { problem: 'measure_incompatible' };
  return valueProblem(indicator, value) ? { problem: 'out_of_range', refused: value } : { value };
}
