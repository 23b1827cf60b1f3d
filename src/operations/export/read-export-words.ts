import type { Book } from '../../domain/assessment/scoring/book.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import { findIndicator } from '../../domain/language/finding/find-indicator.ts';
import { findUnit } from '../../domain/language/finding/find-unit.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import { checkRankedPeriod } from '../periods/check-ranked-period.ts';
import { sayKnownPeriod } from '../periods/say-known-period.ts';
import { readRankingWords } from '../ranking/read-ranking-words.ts';
import type { ExportAsked } from './see-export.ts';

interface Reading {
  readonly text: string;
  readonly now: Instant;
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  /** The asker's. */
  readonly units: readonly string[];
}

/** What `/export …` asks for: nothing yet, one thing, or a choice between indicators. */
export type ExportWords =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'asked'; readonly asked: ExportAsked }
  | {
      readonly kind: 'ambiguous';
      readonly what: '指标' | '排名';
      readonly indicators: readonly string[];
      readonly period: Period;
    };

const firstWord = /^(排名|指标|完成值|数据|单位|总表|赛道|规则|企业诉求|诉求)\s*/;

interface Named extends Reading {
  /** Without the first word and the period. */
  readonly word: string;
  readonly period: Period;
}

function named(reading: Reading, text: string): Named {
  const { now, book } = reading;
  const said = sayKnownPeriod(text, now);
  const period = checkRankedPeriod(said?.period ?? lastEndedMonth(now), now, book);
  return { ...reading, period, word: (said?.rest ?? text).replace(/\s+/g, '') };
}

function valuesCalled({ word, period, vocabulary, units }: Named): ExportWords {
  const [first, ...others] = word === '' ? [] : findIndicator(word, vocabulary, units);
  if (first === undefined) throw errors.badInput('请说清是哪项指标，如：/导出 指标 固投');
  if (others.length > 0) return { kind: 'ambiguous', what: '指标', indicators: [first, ...others], period };
  return { kind: 'asked', asked: { what: 'values', of: first, period } };
}

function unitCalled({ word, period, vocabulary, units }: Named): ExportWords {
  return oneUnit(word === '' ? units : findUnit(word, vocabulary), period);
}

function oneUnit([unit, ...others]: readonly string[], period: Period): ExportWords {
  if (unit === undefined || others.length > 0)
    throw errors.badInput('请说清是哪个单位，如：/导出 单位 区工信局');
  return { kind: 'asked', asked: { what: 'unit', of: unit, period } };
}

function trackCalled({ word, period, book }: Named): ExportWords {
  const tracks = book.tracksOf(yearOf(period));
  const found = tracks.filter(({ name }) => word !== '' && (name.includes(word) || word.includes(name)));
  const [track, ...others] = found;
  if (track === undefined || others.length > 0) {
    throw errors.badInput(
      `请说清是哪个赛道（${tracks.map(({ name }) => name).join('、')}），如：/导出 赛道 园区国企`,
    );
  }
  return { kind: 'asked', asked: { what: 'track', of: track.id, period } };
}

/** A ranking; a unit's name alone is its whole table, behind 排名 its track. */
function rankingCalled(reading: Reading, text: string, said: boolean): ExportWords {
  const words = readRankingWords({ ...reading, text, command: '导出' });
  if (words.kind === 'ambiguous') return { ...words, what: '排名' };
  const { units = [], period } = words;
  if (units.length > 0 && !said) return oneUnit(units, period);
  const scope = words.scope ?? { scope: 'tracks' as const };
  return { kind: 'asked', asked: { what: 'ranking', ...scope, period } };
}

/** Reads what stands after `/export`: what (a ranking unless said; of a unit its table) and of which period. Throws `bad_input` with what to type instead. */
export function readExportWords(reading: Reading): ExportWords {
  const text = reading.text.normalize('NFKC').trim();
  if (text === '') return { kind: 'nothing' };
  const what = firstWord.exec(text)?.[1];
  const rest = what === undefined ? text : text.slice(what.length).trim();
  if (what === undefined || what === '排名') return rankingCalled(reading, rest, /排名|排行|名次/.test(text));
  if (what === '单位' || what === '总表') return unitCalled(named(reading, rest));
  if (what === '赛道' || what === '规则') return trackCalled(named(reading, rest));
  if (what.endsWith('诉求')) {
    return { kind: 'asked', asked: { what: 'problems', period: named(reading, rest).period } };
  }
  return valuesCalled(named(reading, rest));
}
