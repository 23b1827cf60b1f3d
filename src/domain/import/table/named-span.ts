import { endOf, type Frequency, type Period, periodOfDay } from '../../calendar/period.ts';

/** A stretch of time as an office writes it: the day it ends on (`MM-DD`), the year where it is written. */
export interface NamedSpan {
  readonly year: number | undefined;
  readonly end: string;
  /** The frequency its words are of; the year so far (1-10月, 上半年, 全年) is of any that has a period ending then. */
  readonly frequency: Frequency | undefined;
}

const monthEnds = [
  '01-31',
  '02-28',
  '03-31',
  '04-30',
  '05-31',
  '06-30',
  '07-31',
  '08-31',
  '09-30',
  '10-31',
  '11-30',
  '12-31',
];
const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

function spanOfMonth(year: number | undefined, month: number, half?: 'A' | 'B'): NamedSpan | undefined {
  const end = monthEnds[month - 1];
  if (!end) return undefined;
  if (half) return { year, end: half === 'A' ? `${end.slice(0, 3)}15` : end, frequency: 'half_month' };
  return { year, end, frequency: 'month' };
}

type Reader = readonly [RegExp, (groups: readonly string[]) => NamedSpan | undefined];
const yearOf = (text: string | undefined) => (text ? Number(text) : undefined);
const year = '(?:(\\d{4})(?:年度?|[./-])?)?';
const till = (text: string | undefined, month: number): NamedSpan => ({
  year: yearOf(text),
  end: monthEnds[month - 1] ?? '12-31',
  frequency: undefined,
});

/** On folded words: NFKC, lower case, no spaces. */
const readers: readonly Reader[] = [
  [/^(20\d\d)(0[1-9]|1[0-2])$/, ([y, m]) => spanOfMonth(yearOf(y), Number(m))],
  [/^(\d{4})-(\d\d)-\d\d$/, ([y, m]) => spanOfMonth(yearOf(y), Number(m))],
  [/^(\d{4})[./-](\d{1,2})月?$/, ([y, m]) => spanOfMonth(yearOf(y), Number(m))],
  [/^(\d{4})年(\d{1,2})月?份?$/, ([y, m]) => spanOfMonth(yearOf(y), Number(m))],
  [/^(\d{1,2})月份?$/, ([m]) => spanOfMonth(undefined, Number(m))],
  [
    new RegExp(`^${year}(\\d{1,2})月份?(上|下)半月$`),
    ([y, m, half]) => spanOfMonth(yearOf(y), Number(m), half === '上' ? 'A' : 'B'),
  ],
  [new RegExp(`^${year}1月?[-—–~至到](\\d{1,2})月份?$`), ([y, m]) => spanTill(y, Number(m))],
  [new RegExp(`^${year}第?([一二三四1-4])季度?$`), ([y, q]) => quarter(y, q)],
  [/^(?:(\d{4})年?)?q([1-4])$/, ([y, q]) => quarter(y, q)],
  [/^(?:(\d{4})年?)?h([12])$/, ([y, h]) => half(y, h === '1')],
  [new RegExp(`^${year}(上|下)半年$`), ([y, h]) => half(y, h === '上')],
  [new RegExp(`^${year}前([二三两23])个?季度?$`), ([y, q]) => till(y, /[三3]/.test(q ?? '') ? 9 : 6)],
  [new RegExp(`^${year}(?:全年|年度|年末|年底)$`), ([y]) => till(y, 12)],
  [/^(\d{4})年?$/, ([y]) => till(y, 12)],
];

function spanTill(year: string | undefined, month: number): NamedSpan | undefined {
  return month >= 1 && month <= 12 ? till(year, month) : undefined;
}

function quarter(year: string | undefined, name: string | undefined): NamedSpan {
  const index = numerals[name ?? ''] ?? Number(name);
  return { ...till(year, index * 3), frequency: 'quarter' };
}

function half(year: string | undefined, first: boolean): NamedSpan {
  return till(year, first ? 6 : 12);
}

/** The stretch of time that folded words name, 2月 or 二季度 (上半年); undefined when they name none. */
export function readSpan(words: string, aside = ''): NamedSpan | undefined {
  for (const [pattern, make] of readers) {
    const match = pattern.exec(words);
    if (!match) continue;
    const span = make(match.slice(1));
    // 二季度(上半年): of a quarter and of a half alike
    return span && readSpan(aside)?.end === span.end ? { ...span, frequency: undefined } : span;
  }
  return undefined;
}

/** The period of an indicator's own frequency that a span ends with; undefined where none ends on that day. */
export function periodOfSpan(span: NamedSpan, frequency: Frequency, year: number): Period | undefined {
  const own = span.year ?? year;
  const month = span.end.slice(0, 2);
  const day = span.end.endsWith('-15') ? '15' : undefined;
  const last = day ?? endOf(`${own}-${month}`).slice(8);
  const period = periodOfDay(frequency, `${own}-${month}-${last}`);
  if (endOf(period) !== `${own}-${month}-${last}`) return undefined;
  return span.frequency === undefined || fitsFrequency(span.frequency, frequency) ? period : undefined;
}

/** 3月 may head the quarter that ends with it; a quarter never heads a month of its own. */
function fitsFrequency(written: Frequency, own: Frequency): boolean {
  if (written === own) return true;
  return frequencies.indexOf(written) < frequencies.indexOf(own);
}

const frequencies: readonly Frequency[] = ['half_month', 'month', 'quarter', 'half', 'year'];
