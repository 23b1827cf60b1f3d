import { add, divide, multiply, negate, type Rational, rational, zero } from '../../../shared/rational.ts';
import { digitOf, sectionPower, tenPower } from '../text/chinese-digits.ts';

/** A number read at the start of a text. */
export interface ReadNumber {
  readonly value: Rational;
  /** Characters read. */
  readonly length: number;
  /** Said as a part of a hundred (百分之). */
  readonly percent: boolean;
  /** Ends in 万 or 亿, so that a measure of money may stay unsaid. */
  readonly scaled: boolean;
  /** Only about right: 八九百, 几十, 300多. */
  readonly vague: boolean;
}

interface Part {
  readonly value: Rational;
  readonly length: number;
  readonly vague: boolean;
  /** A single digit, which after 万 or 亿 means its tenth part (3万5). */
  readonly digit: boolean;
}

const asciiPattern = /^\d(?:[\d,.]*\d)?/;
const wellFormed = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const chinesePattern =
  /^[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸十拾百佰千仟几数]+(?:点[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖]+)?/;
const roundPower = (power: number): Rational => ({ num: 10n ** BigInt(power), den: 1n });

/** 11.6,10月: what stands behind the comma begins a period. */
const periodBehind = /^,\d{1,4} *(?:月|年|季|[-~至到]\d{1,2}月)/;

function asciiRun(text: string): string | undefined {
  const run = asciiPattern.exec(text)?.[0];
  if (run === undefined || wellFormed.test(run)) return run;
  const comma = run.lastIndexOf(',');
  const begins = comma > 0 && periodBehind.test(text.slice(comma));
  return begins ? run.slice(0, comma) : run;
}

function asciiPart(text: string): Part | undefined {
  const match = asciiRun(text);
  if (!match) return undefined;
  return {
    // 3,85.6 is a slip of the keyboard: read whole, never in part
    value: wellFormed.test(match) ? rational(match.replaceAll(',', '')) : zero,
    length: match.length,
    vague: !wellFormed.test(match),
    digit: match.length === 1,
  };
}

/** Chinese digits in a row are a figure read out (九三〇) when there are three of them or a 零; two mean 三五 (three to five). */
function rowOfDigits(text: string): { value: Rational; vague: boolean } {
  const digits = [...text].map((char) => digitOf[char] ?? 0).join('');
  return { value: rational(digits), vague: text.length === 2 && !/[零〇]/.test(text) };
}

/** 一千二百零五, also 一千二 (1200); vague when it says 几, 数 or two digits before one power (八九百). */
function sectionOf(text: string): { value: Rational; vague: boolean } {
  const clean = text.replace(/^[零〇]+(?=.)/, '');
  if (![...clean].some((char) => char in tenPower)) return rowOfDigits(clean);
  let total = 0;
  let digit: number | undefined;
  let power = 4;
  for (const char of clean) {
    const next = tenPower[char];
    if (next === undefined) digit = digitOf[char] ?? 0;
    else {
      total += (digit ?? 1) * 10 ** next;
      power = next;
      digit = undefined;
    }
  }
  const elided = /[十拾百佰千仟][一二两三四五六七八九壹贰叁肆伍陆柒捌玖]$/.test(clean);
  if (digit !== undefined) total += elided && power > 1 ? digit * 10 ** (power - 1) : digit;
  return { value: rational(total), vague: isOutOfOrder(clean) };
}

function isOutOfOrder(section: string): boolean {
  if (/[一二两三四五六七八九]{2}/.test(section)) return true;
  const powers = [...section].flatMap((char) => tenPower[char] ?? []);
  return powers.some((power, at) => at > 0 && power >= (powers[at - 1] ?? 0));
}

function chinesePart(text: string): Part | undefined {
  const match = chinesePattern.exec(text)?.[0];
  if (!match) return undefined;
  const [whole = '', decimals] = match.split('点');
  const section = sectionOf(whole.replace(/[几数]/g, '一'));
  const fractionDigits = [...(decimals ?? '')].map((char) => digitOf[char] ?? 0).join('');
  // 九三点二五 is a figure read out: with decimals two digits in a row are not "nine or three"
  const vague = (section.vague && decimals === undefined) || /[几数]/.test(whole);
  return {
    value: add(section.value, rational(`0.${fractionDigits || '0'}`)),
    length: match.length,
    vague,
    digit: match.length === 1 && match in digitOf,
  };
}

function scaleAt(text: string): { power: number; length: number } {
  let power = 0;
  let length = 0;
  for (const char of text) {
    const next = sectionPower[char] ?? tenPower[char];
    if (next === undefined) break;
    power += next;
    length += 1;
  }
  return { power, length };
}

interface Section {
  readonly value: Rational;
  readonly part: Part;
  readonly lastPower: number;
}

/** 3千5百万 is (3千 + 5百) 万: the 万 or 亿 at the end multiplies what was said before it too. */
function sectionBefore(text: string, { value, part, lastPower }: Section) {
  const [scales = '', inner = '', outer = ''] = /^([十百千]?)([万亿])/.exec(text.slice(part.length)) ?? [];
  const power = inner === '' ? 0 : (tenPower[inner] ?? 0);
  if (outer === '' || lastPower >= 4 || power >= lastPower || part.vague) return undefined;
  const sum = add(value, multiply(part.value, roundPower(power)));
  const length = part.length + scales.length;
  return { value: multiply(sum, roundPower(sectionPower[outer] ?? 4)), length, vague: false };
}

const vagueMark = /^[多余来几](?=[万亿萬億]|$|[^零〇一二三四五六七八九十\d])/;

/** 12亿3500万, 1.2万, 两万三千: parts of falling powers. */
function unsignedNumber(text: string): ReadNumber | undefined {
  let value = zero;
  let at = 0;
  let lastPower = Number.POSITIVE_INFINITY;
  let vague = false;
  let parts = 0;
  while (parts < 4) {
    // 2万零300
    const gap = parts > 0 && /^[零〇]\d/.test(text.slice(at)) ? 1 : 0;
    at += gap;
    const part = asciiPart(text.slice(at)) ?? chinesePart(text.slice(at));
    if (!part) break;
    const more = vagueMark.exec(text.slice(at + part.length))?.[0] ?? '';
    const scale = scaleAt(text.slice(at + part.length + more.length));
    // 0.1亿1000万 is no way to say a number: what follows a fraction is another.
    const multiplied = parts > 0 ? sectionBefore(text.slice(at), { value, part, lastPower }) : undefined;
    if (multiplied) return { ...multiplied, length: at + multiplied.length, percent: false, scaled: true };
    if (scale.power >= lastPower || (parts > 0 && /[.点]/.test(text.slice(0, at)))) break;
    const colloquial = parts > 0 && scale.length === 0 && part.digit && text[at] !== '零' && gap === 0;
    if (
      parts > 0 &&
      scale.length === 0 &&
      !mayFollow(text, { at, length: part.length, colloquial: colloquial || gap > 0, lastPower })
    )
      break;
    value = add(value, multiply(part.value, roundPower(colloquial ? lastPower - 1 : scale.power)));
    at += part.length + more.length + scale.length;
    // 2万2、失业再就业 may be 22000 or the second entry of a list.
    vague ||= part.vague || more !== '' || (colloquial && /^ *[、.)](?!\d)/.test(text.slice(at)));
    parts += 1;
    lastPower = scale.power;
    if (scale.length === 0) break;
  }
  if (parts === 0) return undefined;
  const scaled = /[万萬亿億]/.test(text.slice(0, at));
  return { value, length: at, percent: false, scaled, vague };
}

const partPattern = /^(负|-|\+)?(百分之|千分之|万分之)(负|-)?/;
const partOf: Readonly<Record<string, bigint>> = { 百分之: 1n, 千分之: 10n, 万分之: 100n };

function percentNumber(text: string): ReadNumber | undefined {
  const [prefix = '', before, part = '', after] = partPattern.exec(text) ?? [];
  if (!prefix) return undefined;
  const rest = text.slice(prefix.length);
  const read = rest.startsWith('百') ? { ...unscaled, value: rational(100) } : unsignedNumber(rest);
  if (!read) return undefined;
  const size = divide(read.value, { num: partOf[part] ?? 1n, den: 1n });
  const negative = (before !== undefined && before !== '+') !== (after !== undefined);
  return {
    ...read,
    value: negative ? negate(size) : size,
    length: prefix.length + read.length,
    percent: true,
  };
}

const unscaled: ReadNumber = { value: zero, length: 1, percent: false, scaled: false, vague: false };

interface Following {
  readonly at: number;
  readonly length: number;
  readonly colloquial: boolean;
  readonly lastPower: number;
}

/** Whether figures without a scale go on with the number before: 三亿二 is 3.2亿 and 2万3500 is 23500, but 1.5亿2, 3亿2.5 or 1亿10 is left to be asked about. */
function mayFollow(text: string, { at, length, colloquial, lastPower }: Following): boolean {
  if (/[.点]/.test(text.slice(0, at + length))) return false;
  const figures = /\d/.test(text.slice(at, at + length));
  return colloquial || !figures || length === lastPower;
}

/** Reads the number a folded text begins with: digits, thousands, 中文数字, 万/亿, 百分之, 负; undefined when there is none. */
export function readNumber(text: string): ReadNumber | undefined {
  const share = percentNumber(text);
  if (share) return share;
  const sign = /^(?:负|-|\+) ?/.exec(text)?.[0] ?? '';
  const read = unsignedNumber(text.slice(sign.length));
  if (!read) return undefined;
  const value = sign.startsWith('负') || sign.startsWith('-') ? negate(read.value) : read.value;
  return { ...read, value, length: sign.length + read.length };
}
