import type { Book } from '../../domain/assessment/scoring/book.ts';
import { lastEndedMonth } from '../../domain/assessment/values/last-ended-month.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import { findIndicator } from '../../domain/language/finding/find-indicator.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import { checkRankedPeriod } from '../periods/check-ranked-period.ts';
import { sayKnownPeriod } from '../periods/say-known-period.ts';
import type { RankingScope } from './ranking-scope.ts';

/** What `/ranking …` asks for; several indicators when the word fits more than one. */
export type RankingWords =
  | {
      readonly kind: 'asked';
      readonly scope: RankingScope | undefined;
      readonly period: Period;
      /** The units whose name stands for their track. */
      readonly units?: readonly string[];
    }
  | { readonly kind: 'ambiguous'; readonly indicators: readonly string[]; readonly period: Period };

interface Reading {
  readonly text: string;
  readonly now: Instant;
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  readonly units: readonly string[];
  /** What is asked, as the example of what to type says it; `排名` when absent. */
  readonly command?: string;
}

const districtWords = ['全区', '全部单位', '总榜', '区'];
const tracksWords = ['赛道', '各赛道', '所有赛道', '全部赛道'];
/** How people call the tracks beside their names; the unit kinds that each holds. */
const kindWords: Readonly<Record<string, readonly string[]>> = {
  street: ['镇街', '街道', '乡镇', '镇街道', '街镇'],
  park: ['园区', '平台', '国企', '园区平台', '园区平台国企', '平台国企'],
};

function trackCalled(book: Book, word: string, year: number): string | undefined {
  const tracks = book.tracksOf(year);
  const named = tracks.find(
    ({ id, name }) => id.toLowerCase() === word.toLowerCase() || name.startsWith(word),
  );
  if (named) return named.id;
  const kind = Object.entries(kindWords).find(([, words]) => words.includes(word))?.[0];
  return tracks.find((track) => track.units.some((unit) => book.unit(unit).kind === kind))?.id;
}

function scopeCalled(book: Book, word: string, year: number): RankingScope | undefined {
  if (districtWords.includes(word)) return { scope: 'district' };
  if (tracksWords.includes(word)) return { scope: 'tracks' };
  const track = trackCalled(book, word, year) ?? trackCalled(book, word.replace(/赛道$/, ''), year);
  if (track) return { scope: 'track', of: track };
  const force = book.input.taskForces.find(
    ({ id, name }) => id.toLowerCase() === word.toLowerCase() || name === word || name === `${word}专班`,
  );
  return force && { scope: 'task_force', of: force.id };
}

/** A unit's name stands for its track. Throws when the word fits units of different tracks, such as 文旅. */
function unitsCalled(book: Book, word: string, year: number) {
  const units = book.input.units.filter((each) =>
    [each.name, each.short_name, ...each.aliases].includes(word),
  );
  const tracks = new Set(units.map((unit) => book.trackOfUnit(unit.id, year)?.id));
  if (tracks.size > 1) {
    throw errors.badInput(
      `“${word}”可以是${units.map((unit) => unit.short_name).join('或')}，请说单位简称。`,
    );
  }
  const [of] = tracks;
  return of === undefined
    ? undefined
    : { scope: { scope: 'track' as const, of }, units: units.map(({ id }) => id) };
}

/** Reads what stands after `/ranking`: any period of domain §2 and any scope, in any order. Throws `bad_input` with what to type instead. */
export function readRankingWords(reading: Reading): RankingWords {
  const { text, now, book, command = '排名' } = reading;
  const said = sayKnownPeriod(text, now);
  const period = checkRankedPeriod(said?.period ?? lastEndedMonth(now), now, book);
  const left = said?.rest ?? text;
  const word = left
    .replace(/排名|排行|名次|情况|的|按/g, '')
    .replace(/\s+/g, '')
    .normalize('NFKC');
  if (word === '') return { kind: 'asked', scope: undefined, period };
  const scope = scopeCalled(book, word, yearOf(period));
  if (scope) return { kind: 'asked', scope, period };
  const named = unitsCalled(book, word, yearOf(period));
  if (named) return { kind: 'asked', ...named, period };
  const [first, ...others] = findIndicator(word, reading.vocabulary, reading.units);
  if (first === undefined) {
    throw errors.badInput(
      `没有听懂“${left.trim().slice(0, 20)}”。可以说赛道、专班或指标，如：/${command} 园区、/${command} 固投 10月、/${command} 全区`,
    );
  }
  if (others.length > 0) return { kind: 'ambiguous', indicators: [first, ...others], period };
  return { kind: 'asked', scope: { scope: 'indicator', of: first }, period };
}
