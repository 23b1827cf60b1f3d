import { multiply, type Rational, rational } from '../../../shared/rational.ts';
import { type Measure, readMeasure } from '../numbers/measures.ts';
import { readNumber } from '../numbers/read-number.ts';
import type { Quantity } from './token.ts';

/** Words after a number that make it only about right; 两万半 may be 25000 or 20000.5. */
const about =
  /^ *(?:(?:左右|上下|以上|以下|以内|之多|开外|出头|有余|不到|不足|多|余|强|弱)(?!个)|半(?![年月天数个旬成]))/;
const range = /^(?:[-~—到至]| (?:[-~—至]|到) )(?=[\d零〇一二两三四五六七八九十百负])/;
const fraction =
  /^ ?(?:分之[零一二三四五六七八九十百\d]*|成[半一二三四五六七八九](?!家|个|户)|成(?![立果本效功])|倍多?)/;
const scalePattern = /^[百千万亿]+/;

interface Read {
  readonly quantity: Quantity;
  readonly length: number;
}

/** A bare measure such as `万元` in brackets: what it is of, with its scale. */
export function readBareMeasure(text: string): Measure | undefined {
  const scale = scalePattern.exec(text)?.[0] ?? '';
  const read = readMeasure(text.slice(scale.length));
  if (!read || scale.length + read.length !== text.length) return undefined;
  return { dimension: read.measure.dimension, size: multiply(sizeOf(scale), read.measure.size) };
}

function scaleOf(char: string): Rational {
  return rational(10 ** ({ 百: 2, 千: 3, 万: 4, 亿: 8 }[char] ?? 0));
}

const percent: Measure = { dimension: 'percent', size: rational(1) };

/** A measure right after a number, also behind a space or in brackets. */
function measureAfter(text: string): { measure: Measure; length: number; scaled: boolean } | undefined {
  const bracket = /^ ?\(([^()\d]{1,8})\)/.exec(text);
  const inBrackets = bracket && readBareMeasure(bracket[1] ?? '');
  if (bracket && inBrackets) return { measure: inBrackets, length: bracket[0].length, scaled: false };
  const spaces = /^ ?/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(spaces);
  if (
    /^(?:分之|分别|分析|个别|位列|位居|位于|起到|人均|户均|件事|家庭|家医|块地|平稳|平均|平台|方面|条例|次序|度|元旦|项目|批复|处置|年度)/.test(
      rest,
    )
  ) {
    const counted = /^(?:家庭|家医|项目)/.test(rest);
    if (!counted || spaces > 0) return undefined;
  }
  const read = readMeasure(rest);
  return read && { measure: read.measure, length: spaces + read.length, scaled: false };
}

const sizeOf = (scale: string): Rational =>
  [...scale].reduce((total, char) => multiply(total, scaleOf(char)), rational(1));

/** 12.35 亿: the scale stands apart. */
function scaleApart(text: string): { size: Rational; length: number } | undefined {
  const apart = /^[ 个]([万亿]{1,2})/.exec(text);
  return apart ? { size: sizeOf(apart[1] ?? ''), length: apart[0].length } : undefined;
}

/** Reads a number and its measure, `vague` when it is a range, a fraction or only about right; undefined when there is none. */
export function readQuantity(text: string): Read | undefined {
  const currency = /^(?:[¥$]|人民币|rmb|usd|美元) ?/.exec(text)?.[0] ?? '';
  const number = readNumber(text.slice(currency.length));
  if (!number) return undefined;
  let length = currency.length + number.length;
  const apart = scaleApart(text.slice(length));
  length += apart?.length ?? 0;
  const before = about.exec(text.slice(length))?.[0] ?? '';
  const after = number.percent ? undefined : measureAfter(text.slice(length + before.length));
  length += before.length + (after?.length ?? 0);
  const behind = about.exec(text.slice(length))?.[0] ?? '';
  length += behind.length;
  const isMove = after?.measure.dimension === 'point'; // 回落1.2个百分点至6.1% is no range
  const more = isMove ? 0 : rangeAfter(text.slice(length));
  const parted = fraction.exec(text.slice(length))?.[0].length ?? 0;
  return {
    quantity: {
      value: apart ? multiply(number.value, apart.size) : number.value,
      scaled: number.scaled || apart !== undefined,
      signed: /^(?:负|[-+])/.test(text.slice(currency.length)),
      vague: number.vague || before + behind !== '' || more > 0 || parted > 0,
      measure: number.percent ? percent : (after?.measure ?? currencyMeasure(currency)),
    },
    length: length + more + parted,
  };
}

function currencyMeasure(mark: string): Measure | undefined {
  if (mark === '') return undefined;
  return { dimension: /[$美u]/.test(mark) ? 'dollar' : 'yuan', size: rational(1) };
}

/** The other end of a range (-590亿), 0 when there is none. */
function rangeAfter(text: string): number {
  const mark = range.exec(text)?.[0];
  if (!mark) return 0;
  const other = readNumber(text.slice(mark.length));
  if (!other) return 0;
  const measured = measureAfter(text.slice(mark.length + other.length))?.length ?? 0;
  const end = mark.length + other.length + measured;
  return end + (about.exec(text.slice(end))?.[0].length ?? 0);
}
