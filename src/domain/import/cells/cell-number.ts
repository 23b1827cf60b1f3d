import { multiply, type Rational, rational } from '../../../shared/rational.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import { convert, type Measure, measureNamed } from '../../language/numbers/measures.ts';
import { exactDecimal } from '../../language/settling/settle-value.ts';
import { foldText } from '../../language/text/fold-text.ts';
import { readQuantity } from '../../language/tokens/read-quantity.ts';
import type { SheetCell } from './sheet.ts';

/** A number as a cell states it, with the measure it states. */
export interface CellNumber {
  readonly value: Rational;
  readonly measure: Measure | undefined;
  /** Ends in 万 or 亿 without a measure. */
  readonly scaled: boolean;
}

const hundred = rational(100);
const percent = measureNamed('%');
const plain = /^[+-]?\d+(?:\.\d+)?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

function numberOfText(text: string): CellNumber | undefined {
  const folded = foldText(text)
    .replace(/[\s\u200b]/gu, '')
    .replace(/^\+/, '');
  if (plain.test(folded)) return { value: rational(folded), measure: undefined, scaled: false };
  if (grouped.test(folded))
    return { value: rational(folded.replaceAll(',', '')), measure: undefined, scaled: false };
  const read = readQuantity(folded);
  if (!read || read.length !== folded.length || read.quantity.vague) return undefined;
  const { value, measure, scaled } = read.quantity;
  return { value, measure, scaled };
}

/** The number in a cell, undefined when it holds none; a cell in a % format is a percentage, 0.075 is 7.5 %. */
export function numberOf(cell: SheetCell): CellNumber | undefined {
  switch (cell.kind) {
    case 'number':
      return { value: rational(cell.text), measure: undefined, scaled: false };
    case 'percent':
      return { value: multiply(rational(cell.text), hundred), measure: percent, scaled: false };
    case 'text':
      return numberOfText(cell.text);
    default:
      return undefined;
  }
}

const measures = new Map<string, Measure>();

function ownMeasure(name: string): Measure {
  const known = measures.get(name) ?? measureNamed(name);
  if (measures.size < 1000) measures.set(name, known);
  return known;
}

function isSame(a: Measure, b: Measure): boolean {
  return a.dimension === b.dimension && a.size.num === b.size.num && a.size.den === b.size.den;
}

/** Why a cell's number is none of an indicator. */
export type NumberFault = 'no_number' | 'percent' | 'measure';

/** What a number without a measure is measured in; undefined where 万 or 亿 leaves it open. */
function unsaid(own: Measure, scaled: boolean, stated: Measure | undefined): Measure | undefined {
  if (!scaled) return stated ?? own;
  const { dimension } = own;
  return dimension === 'yuan' || dimension === 'count' || dimension === 'area'
    ? { dimension, size: rational(1) }
    : undefined;
}

/**
 * A cell's value in the indicator's measure, exactly converted where the cell, else its row or column (`stated`), says another measure.
 * Never guessed: a percentage where an amount belongs, or a measure of something else, is a fault.
 */
export function measuredIn(
  cell: SheetCell,
  indicator: Pick<Indicator, 'measure'>,
  stated?: Measure,
): { value: string } | { fault: NumberFault } {
  const own = ownMeasure(indicator.measure);
  // Most cells by far: nothing to convert.
  if (cell.kind === 'number' && (!stated || isSame(stated, own))) return { value: cell.text };
  const number = numberOf(cell);
  if (!number) return { fault: 'no_number' };
  const measure = number.measure ?? unsaid(own, number.scaled, stated);
  if (!measure) return { fault: 'measure' };
  const converted = convert(number.value, measure, own);
  const value = converted && exactDecimal(converted);
  if (value !== undefined && value.length <= 40) return { value };
  return { fault: measure.dimension === 'percent' ? 'percent' : 'measure' };
}
