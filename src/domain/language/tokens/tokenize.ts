import type { Instant } from '../../../shared/time.ts';
import { longestAt } from '../names/name-tree.ts';
import { nearAt } from '../names/near-name.ts';
import type { Meaning, Vocabulary } from '../names/vocabulary.ts';
import { readPeriod } from '../periods/read-period.ts';
import { readBareMeasure, readQuantity } from './read-quantity.ts';
import type { BreakLevel, Token } from './token.ts';

const han = /[\p{Script=Han}]/u;
const wordly = /[\p{Letter}\p{Number}]/u;
/** How far readers look ahead: longer than any name, period or number. */
const reach = 60;

interface Reading {
  readonly text: string;
  readonly now: Instant;
  readonly vocabulary: Vocabulary;
  readonly tokens: Token[];
  at: number;
}

const levels: Readonly<Record<string, BreakLevel>> = {
  '\n': 3,
  '。': 3,
  ';': 3,
  '!': 3,
  '?': 3,
  '—': 2,
  ',': 2,
  '、': 2,
  '(': 2,
  ')': 2,
  '/': 2,
  '|': 2,
  ':': 1,
  '=': 1,
};

/** 1. 1) (1) 一、 at the start of a sentence, a line or after a colon. */
const numbering =
  /^ *(?:\d{1,2} *[.、)](?!\d)|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,2} *[、.]|第[一二三四五六七八九] *[,、:]|[-+>#]+ +|[-](?=\p{Script=Han}))/u;
/** 3点, 8:30, 5日, 3号楼: times and places, never values. */
const timeOfDay =
  /^(?:\d{1,2}:\d{2}|\d{1,2}(?:点(?!\d)|时(?!度)|号|楼|室|日|周|期|届|届|次会议|级|版|页)|20\d{2}(?=号|〕))/;
/** 填报日期：2026-11-06, 连续3个月, 3项指标, 附证明2份: of no indicator. */
const besides =
  /^(?:(?:填报|报送|上报|制表|打印|提交)(?:日期|时间) *:? *20\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{1,3} *(?:个月|项(?:主要)?指标|份(?!额)))/u;
const ordinal = /^第 *(?:\d+|[一二三四五六七八九十百]+) *(?:位|名|次|期|批|个|季)?/;

function push(reading: Reading, token: Token): void {
  reading.tokens.push(token);
  reading.at += token.length;
}

/** Text nothing explains grows the piece before it. */
function pushRest(reading: Reading): void {
  const { tokens, text, at } = reading;
  const last = tokens.at(-1);
  const char = text[at] ?? '';
  reading.at += 1;
  if (last?.kind === 'rest') {
    tokens[tokens.length - 1] = {
      kind: 'rest',
      at: last.at,
      length: last.length + 1,
      text: last.text + char,
    };
  } else tokens.push({ kind: 'rest', at, length: 1, text: char });
}

function breakAt(reading: Reading): boolean {
  const { text, at, tokens } = reading;
  const last = tokens.at(-1);
  const opens = last === undefined || (last.kind === 'break' && last.level > 0);
  const listed = opens ? numbering.exec(text.slice(at, at + 8))?.[0] : undefined;
  if (listed) {
    push(reading, { kind: 'break', level: 3, mark: listed, at, length: listed.length });
    return true;
  }
  const mark = text[at] ?? '';
  const level = levels[mark] ?? (wordly.test(mark) || /[%‰↑↓@+\-¥$]/.test(mark) ? undefined : 0);
  if (level === undefined) return false;
  push(reading, { kind: 'break', level, mark, at, length: 1 });
  return true;
}

/** Whether the name found is cut off in the middle of something longer. */
function isCut(reading: Reading, length: number): boolean {
  const { text, at, vocabulary } = reading;
  const end = at + length;
  const next = text[end] ?? '';
  if (!han.test(next)) return false;
  const following = longestAt(vocabulary.tree, text, end);
  if (following && following.length > 1) return false;
  // one letter may be a word by chance: 增 in 增素
  if (following) return isUnknown(reading, end + 1);
  return isUnknown(reading, end);
}

/** Whether nothing known begins at a place that still holds a character of a word. */
function isUnknown({ text, vocabulary, now }: Reading, end: number): boolean {
  if (!han.test(text[end] ?? '') || longestAt(vocabulary.tree, text, end)) return false;
  return !readPeriod(text.slice(end, end + 20), now) && !readQuantity(text.slice(end, end + 20));
}

type Found = { value: Meaning; length: number } | undefined;

/** Indicators and units met with a typo, where nothing longer is there exactly. */
function nearToken(reading: Reading, exact: Found): Token | undefined {
  const { text, at, vocabulary } = reading;
  if (!wordly.test(text[at] ?? '')) return undefined;
  const named = exact && exact.value.indicators.length + exact.value.units.length > 0;
  if (named && !isCut(reading, exact.length)) return undefined;
  const ahead = text.slice(at, at + reach).split('\n')[0] ?? '';
  const floor = exact ? exact.length + (named ? 1 : 0) : 0;
  const indicator = nearAt(vocabulary.nearIndicators, ahead);
  if (indicator && indicator.length > floor && isWhole(reading, indicator.length)) {
    const naming = { codes: indicator.ids, stems: [], text: ahead.slice(0, indicator.length) };
    return { kind: 'indicator', naming, at, length: indicator.length };
  }
  if (exact) return undefined;
  const unit = nearAt(vocabulary.nearUnits, ahead);
  if (!unit || unit.length < 3 || !isWhole(reading, unit.length)) return undefined;
  return { kind: 'unit', ids: unit.ids, text: ahead.slice(0, unit.length), at, length: unit.length };
}

/** Two characters that only sound like a name must be a phrase of their own. */
function isWhole(reading: Reading, length: number): boolean {
  if (length > 2) return true;
  const { tokens } = reading;
  return tokens.at(-1)?.kind !== 'rest' && !isCut(reading, length);
}

function tokenOf(reading: Reading, exact: NonNullable<Found>): Token {
  const { text, at } = reading;
  const { value, length } = exact;
  const said = text.slice(at, at + length);
  if (value.indicators.length + value.stems.length > 0 && !(value.units.length > 0)) {
    return {
      kind: 'indicator',
      naming: { codes: value.indicators, stems: value.stems, text: said },
      at,
      length,
    };
  }
  if (value.units.length > 0) return { kind: 'unit', ids: value.units, text: said, at, length };
  return { kind: 'word', role: value.role ?? 'filler', text: said, at, length };
}

function isName(exact: Found): boolean {
  if (!exact) return false;
  return exact.value.indicators.length + exact.value.stems.length + exact.value.units.length > 0;
}

/** Chinese digits stand in many words (一直, 统一, 10月数): alone and without a measure they are no number. */
function isNumber(text: string, length: number, measured: boolean): boolean {
  if (/[\d¥$]/.test(text.slice(0, length)) || measured || length > 1) return true;
  if (/^[几数]/.test(text)) return false;
  return /^(?:[\s,;。)、]|$)/.test(text.slice(length));
}

function numberToken(reading: Reading): Token | undefined {
  const { text, at } = reading;
  const ahead = text.slice(at, at + reach);
  if (/^[-+]/.test(ahead) && /[\da-z]/.test(text[at - 1] ?? '')) return undefined;
  if (/^[a-z]/.test(text[at - 1] ?? '') && /^\d/.test(ahead)) return undefined;
  const read = readQuantity(ahead);
  if (!read || !isNumber(ahead, read.length, read.quantity.measure !== undefined)) return undefined;
  // A dash may be a sign; .5% and 14点二亿 are the rest of a number that was torn apart.
  const torn = /(?:^|[^\d])\.$|[\d一二三四五六七八九十拾]点 ?$/u.test(text.slice(Math.max(0, at - 3), at));
  const dash = text
    .slice(Math.max(0, at - 2), at)
    .trimEnd()
    .endsWith('—');
  const quantity = dash || torn ? { ...read.quantity, vague: true } : read.quantity;
  return { kind: 'number', quantity, at, length: read.length };
}

/** (亿元) after a name, 单位:万元 at the head: the measure of the numbers that follow. */
function measureToken(reading: Reading): Token | undefined {
  const { text, at } = reading;
  const match =
    /^\((?:单位[:,]? *)?([^()\d]{1,8})\)|^单位[:,]? *([百千万亿]*(?:元|美元|%|家|个|人|户))(?=[\s,;)。]|$)/.exec(
      text.slice(at, at + 20),
    );
  const measure = match && readBareMeasure(match[1] ?? match[2] ?? '');
  if (!match || !measure) return undefined;
  return { kind: 'measure', measure, scaled: true, at, length: match[0].length };
}

function silentToken(reading: Reading): Token | undefined {
  const { text, at } = reading;
  const ahead = text.slice(at, at + 20);
  const called = /(?:电话|联系人?|座机|手机)[^\d]{0,6}$/.test(text.slice(Math.max(0, at - 12), at));
  const phone =
    /^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?![\d.%万亿元])/.exec(ahead)?.[0] ??
    (called ? /^\d{3,4}[ -]?\d{4}(?![\d.%万亿元])/.exec(ahead)?.[0] : undefined);
  if (phone) return { kind: 'word', role: 'filler', text: phone, at, length: phone.length };
  const hotline = /^12345(?=热线|平台|便民|政务)/.test(ahead);
  if (hotline) return { kind: 'rest', text: '12345', at, length: 5 };
  const aside = besides.exec(ahead)?.[0];
  if (aside) return { kind: 'word', role: 'filler', text: aside, at, length: aside.length };
  const place = ordinal.exec(ahead)?.[0];
  // 第1名 经开区 85.2亿: the number of a line.
  const last = reading.tokens.at(-1);
  const opens = last === undefined || (last.kind === 'break' && last.level === 3);
  if (place && opens && /[位名]$/.test(place))
    return { kind: 'word', role: 'filler', text: place, at, length: place.length };
  if (place) return { kind: 'word', role: 'place', text: place, at, length: place.length };
  const time = timeOfDay.exec(ahead)?.[0];
  return time ? { kind: 'word', role: 'filler', text: time, at, length: time.length } : undefined;
}

function nextToken(reading: Reading): Token | undefined {
  const { text, at, vocabulary, now } = reading;
  const exact = longestAt(vocabulary.tree, text, at);
  const near = nearToken(reading, exact);
  if (near) return near;
  if (exact && isName(exact)) return tokenOf(reading, exact);
  const read = readPeriod(text.slice(at, at + reach), now);
  if (read && read.length >= (exact?.length ?? 0))
    return { kind: 'period', said: read.said, at, length: read.length };
  if (exact && exact.length > 1) return tokenOf(reading, exact);
  return silentToken(reading) ?? numberToken(reading) ?? (exact && tokenOf(reading, exact));
}

/** Cuts a folded text into tokens, longest names first. */
export function tokenize(text: string, now: Instant, vocabulary: Vocabulary): Token[] {
  const reading: Reading = { text, now, vocabulary, tokens: [], at: 0 };
  while (reading.at < text.length) {
    const measure = measureToken(reading);
    if (measure) push(reading, measure);
    else if (!breakAt(reading)) {
      const token = nextToken(reading);
      if (token) push(reading, token);
      else pushRest(reading);
    }
  }
  return reading.tokens;
}
