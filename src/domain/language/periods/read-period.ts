import type { Instant } from '../../../shared/time.ts';
import {
  endOf,
  type Frequency,
  type Period,
  periodAt,
  periodOfDay,
  shiftPeriod,
} from '../../calendar/period.ts';
import { digitOf } from '../text/chinese-digits.ts';
import {
  bareYear,
  lastDay,
  monthEnd,
  type PeriodWords,
  type SaidPeriod,
  unclearPeriod,
  wholePeriod,
  writtenPeriod,
} from './said-period.ts';
import { yearAt } from './said-year.ts';

/** Period words read at the start of a text. */
export interface ReadPeriod {
  readonly said: SaidPeriod;
  readonly length: number;
}

type Say = (words: PeriodWords, match: readonly (string | undefined)[]) => SaidPeriod;
type Form = readonly [RegExp, Say];

const month = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])';
const to = ' *[-~至到—] *';
const until = '(截至|截止到?|截至到|到|至)? *';

function numberOf(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '元') return 1;
  if (text.startsWith('十')) return 10 + (digitOf[text[1] ?? ''] ?? 0);
  return digitOf[text] ?? 0;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A day of a month; unclear when there is none such. */
function dayOfMonth(words: PeriodWords, inMonth: number, day: number): SaidPeriod {
  if (day < 1 || day > 31) return unclearPeriod(words);
  return lastDay(words, (year) => {
    const end = monthEnd(year, inMonth);
    const said = `${end.slice(0, 8)}${pad(day)}`;
    return said < end ? said : end;
  });
}

/** 7月1日-15日 is the first half of the month, 16日 to its end the second; other days make no period. */
function daysOfMonth(words: PeriodWords, inMonth: number, days: readonly [number, number]): SaidPeriod {
  const [from, upTo] = days;
  if (from === 1 && upTo === 15)
    return wholePeriod(words, (year) => periodAt('half_month', year, inMonth * 2 - 1));
  if (from === 16 && upTo >= 28)
    return wholePeriod(words, (year) => periodAt('half_month', year, inMonth * 2));
  if (from === 1 && upTo >= 28) return wholePeriod(words, (year) => periodAt('month', year, inMonth));
  return unclearPeriod(words);
}

/** A month, its half or its end: 7月, 7月上半月, 7月底. */
function monthSaid(words: PeriodWords, inMonth: number, tail: string): SaidPeriod {
  if (tail === '上半月') return wholePeriod(words, (year) => periodAt('half_month', year, inMonth * 2 - 1));
  if (tail === '下半月') return wholePeriod(words, (year) => periodAt('half_month', year, inMonth * 2));
  if (/[旬初中]/.test(tail)) return unclearPeriod(words);
  const whole = wholePeriod(words, (year) => periodAt('month', year, inMonth));
  return tail === '' || !whole.period ? whole : { ...whole, end: endOf(whole.period) };
}

function relative(frequency: Frequency, words: PeriodWords, back: number): Period {
  return shiftPeriod(periodOfDay(frequency, words.now.slice(0, 10)), -back);
}

/** 本月, 上月, 本季度: counted from now, so the year is as good as said. */
function relativeSaid(period: Period, isEnd: boolean): SaidPeriod {
  const end = isEnd ? { end: endOf(period) } : {};
  return { period, ...end, year: Number(period.slice(0, 4)), yearSaid: true, bareYear: false };
}

function relativeMonth(words: PeriodWords, back: number, tail = ''): SaidPeriod {
  const period = relative('month', words, back);
  const said = { year: Number(period.slice(0, 4)), now: words.now };
  return { ...monthSaid(said, Number(period.slice(5, 7)), tail), yearSaid: true };
}

function halfMonthSaid(words: PeriodWords, first: boolean): SaidPeriod {
  const day = words.now.slice(0, 10);
  const current = periodOfDay('half_month', day);
  const wanted = current.endsWith(first ? 'A' : 'B') ? current : shiftPeriod(current, -1);
  return relativeSaid(wanted, false);
}

const monthTail = '(?:份)?(?:的)?(上半月|下半月|上旬|中旬|下旬|月?末|月?底|初(?!步)|中旬)?(?:止|为止)?';
const endTail = '(?:的)?(末|底|止)?(?:为止)?';
const ended = (prefix?: string, tail?: string): boolean => Boolean(prefix) || Boolean(tail);

/** Forms that may follow a year, most specific first. */
const forms: readonly Form[] = [
  [
    new RegExp(`^${until}${month}月?(?:份)?${to}${month}月(?:份)?${endTail}`),
    (words, [, , from, upTo]) =>
      numberOf(from) === 1 ? lastDay(words, (year) => monthEnd(year, numberOf(upTo))) : unclearPeriod(words),
  ],
  [
    // 前一个月 is the month before or January.
    new RegExp(`^前 *(${month.slice(1, -1)}|两) *个?月`),
    (words, [, count]) =>
      numberOf(count) === 1
        ? unclearPeriod(words)
        : lastDay(words, (year) => monthEnd(year, numberOf(count))),
  ],
  [
    /^(?:前 *([二三四两2-4]) *个?|[1一] *(?:季度?)? *[-~至到] *([二三四2-4]) *)季度(?:末|底)?/,
    (words, [, a, b]) => wholePeriod(words, (year) => periodAt('quarter', year, numberOf(a ?? b)), true),
  ],
  [
    new RegExp(
      `^${until}${month}月(?:份)? *(\\d{1,2}) *[日号]?${to}(?:${month}月(?:份)? *)?(\\d{1,2}) *[日号]`,
    ),
    (words, [, , from, first, upTo, last]) =>
      upTo === undefined || numberOf(upTo) === numberOf(from)
        ? daysOfMonth(words, numberOf(from), [Number(first), Number(last)])
        : numberOf(from) === 1 && first === '1'
          ? dayOfMonth(words, numberOf(upTo), Number(last))
          : unclearPeriod(words),
  ],
  [
    new RegExp(
      `^${until}${month}月(?:份)? *(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]) *[日号]`,
    ),
    (words, [, , inMonth, day]) => dayOfMonth(words, numberOf(inMonth), dayNumber(day)),
  ],
  [
    new RegExp(`^${until}${month} *月${monthTail}`),
    (words, [, prefix, inMonth, tail = '']) =>
      monthSaid(words, numberOf(inMonth), tail || (prefix ? '末' : '')),
  ],
  [
    /^(截至|截止到?|到|至)? *(?:第 *)?([一二三四1-4]) *季度?(?:的)?(末|底|止)?(?!度)/,
    (words, [, prefix, index, tail]) =>
      wholePeriod(words, (year) => periodAt('quarter', year, numberOf(index)), ended(prefix, tail)),
  ],
  [
    /^(截至|截止到?|到|至)? *q([1-4])(?![a-z0-9])(末|底)?/,
    (words, [, prefix, index, tail]) =>
      wholePeriod(words, (year) => periodAt('quarter', year, Number(index)), ended(prefix, tail)),
  ],
  [
    /^(?:截至|截止到?|到|至)? *(?:上半年(?:末|底)?|h1(?![a-z0-9]))/,
    (words) => wholePeriod(words, (year) => `${year}H1`, true),
  ],
  [/^(下半年|h2(?![a-z0-9]))/, (words) => wholePeriod(words, (year) => `${year}H2`)],
  [
    /^(?:截至|截止到?|到|至)? *(?:全年(?:度)?|年底|年末|年终)/,
    (words) => wholePeriod(words, (year) => `${year}`, true),
  ],
];

/** Forms that carry their own year or count from now. */
const fixedForms: readonly Form[] = [
  [
    /^(?:截至|截止到?|到|至)? *(20\d{2})([-./])(0?[1-9]|1[0-2])\2(3[01]|[12]\d|0?[1-9])(?!\d)/,
    (words, [, year, , inMonth, day]) =>
      dayOfMonth({ ...words, year: Number(year) }, Number(inMonth), Number(day)),
  ],
  [
    /^(20\d{2}-(?:0[1-9]|1[0-2])[ab]?|20\d{2}[qh][1-4])(?![a-z0-9])/,
    (words, [, text = '']) => writtenPeriod(text) ?? unclearPeriod(words),
  ],
  [
    /^(20\d{2})(?:[-./](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))(?:月)?(?![\d.%])/,
    (words, [, year, a, b]) => monthSaid({ ...words, year: Number(year) }, Number(a ?? b), ''),
  ],
  [
    /^(截至|截止到?|到|至)? *(?:本|这个|这)月(?:份)?(?:的)?(上半月|下半月|上旬|中旬|下旬|末|底|初(?!步))?/,
    (words, [, prefix, tail]) => relativeMonth(words, 0, tail ?? (prefix && '末')),
  ],
  // 上上月: nobody counts so without being asked back.
  [/^(?:上上个?|大上个?|前一?个)(?:月|季度?|半月)/, (words) => unclearPeriod(words)],
  [
    /^(截至|截止到?|到|至)? *上(?:一?个|一)?月(?:份)?(?:的)?(上半月|下半月|上旬|中旬|下旬|末|底|初(?!步))?/,
    (words, [, prefix, tail]) => relativeMonth(words, 1, tail ?? (prefix && '末')),
  ],
  [
    /^(截至|截止到?|到|至)? *(本|这个|上个?|上一个?)季度?(末|底)?/,
    (words, [, prefix, which = '', tail]) =>
      relativeSaid(relative('quarter', words, which.startsWith('上') ? 1 : 0), ended(prefix, tail)),
  ],
  [
    /^(?:截至|截止到?) *(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d%万亿家个])/, // 截至10.31
    (words, [, inMonth, day]) => dayOfMonth(words, numberOf(inMonth), Number(day)),
  ],
  [/^(上|下)半月/, (words, [, which]) => halfMonthSaid(words, which === '上')],
  [
    /^(?:本|上|这)(?:周|旬|星期|个星期)|^到 *[今昨][天日]|^(?:截至|截止到?) *(?:今[天日]|昨[天日]|本?周.|\d{1,2}[日号])/,
    (words) => unclearPeriod(words),
  ],
];

function dayNumber(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.split('十');
  return text.includes('十') ? (digitOf[tens] ?? 1) * 10 + (digitOf[ones] ?? 0) : (digitOf[text] ?? 0);
}

function firstForm(text: string, words: PeriodWords, among: readonly Form[]): ReadPeriod | undefined {
  for (const [pattern, say] of among) {
    const match = pattern.exec(text);
    if (match) return { said: say(words, match), length: match[0].length };
  }
  return undefined;
}

/** Reads the period words a folded text begins with, any way of domain §2; undefined when there are none. */
export function readPeriod(text: string, now: Instant): ReadPeriod | undefined {
  const fixed = firstForm(text, { year: undefined, now }, fixedForms);
  if (fixed) return fixed;
  const prefix = /^(?:截至|截止到?|到|至)? */.exec(text)?.[0] ?? '';
  const year = yearAt(text.slice(prefix.length), now);
  if (!year) return firstForm(text, { year: undefined, now }, forms);
  const after = prefix.length + year.length;
  const gap = /^[ 的]*/.exec(text.slice(after))?.[0].length ?? 0;
  const rest = prefix.trim() + text.slice(after + gap);
  const form = firstForm(rest, { year: year.year, now }, forms);
  if (form) return { said: form.said, length: form.length - prefix.trim().length + after + gap };
  return prefix ? undefined : { said: bareYear(year.year), length: year.length };
}
