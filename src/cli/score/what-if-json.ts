import { scoreTrack } from '../../domain/assessment/ranking/score-track.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { scoreMoment, type When } from '../../domain/assessment/scoring/score-moment.ts';
import { suppose } from '../../domain/assessment/scoring/suppose.ts';
import type { Supposition } from '../../domain/assessment/scoring/supposed-columns.ts';
import { suppositionOf } from '../../domain/assessment/scoring/supposition-of.ts';
import { trackJson } from './track-json.ts';

const pattern = /^([^:=]+):([^:=]+)=(.+)$/;

function supposed(book: Book, text: string, when: When) {
  const [, unit = '', indicator = '', value = ''] = pattern.exec(text) ?? [];
  if (value === '') throw new RangeError(`not UNIT:INDICATOR=VALUE: ${text}`);
  if (!book.input.units.some(({ id }) => id === unit)) throw new RangeError(`${text}: no unit ${unit}`);
  if (!book.input.indicators.some(({ code }) => code === indicator))
    throw new RangeError(`${text}: no indicator ${indicator}`);
  const found = suppositionOf(book, { unit, indicator, value }, scoreMoment(book, when));
  if ('problem' in found) throw new RangeError(`${text}: ${found.problem}`);
  return found;
}

function refuseTwice(suppositions: readonly Supposition[]): void {
  const pairs = suppositions.map(({ unit, indicator }) => `${unit}:${indicator}`);
  const twice = pairs.find((pair, at) => pairs.indexOf(pair) < at);
  if (twice) throw new RangeError(`two values for ${twice}`);
}

/**
 * `--whatif`: the tracks of the supposed units before and after; nothing is saved (domain §4, What-if). Throws a RangeError with a sentence where
 * a text names no value that could be reported, or two texts the same one.
 */
export function whatIfJson(book: Book, texts: readonly string[], when: When) {
  const suppositions = texts.map((text) => supposed(book, text, when));
  refuseTwice(suppositions);
  const { year } = scoreMoment(book, when);
  const tracks = new Set(suppositions.flatMap(({ unit }) => book.trackOfUnit(unit, year)?.id ?? []));
  const tablesOf = (version: Book) =>
    [...tracks].map((track) => trackJson(version, scoreTrack(version, { track, ...when })));
  return {
    suppositions: suppositions.map(({ unit, indicator, period, value }) => ({
      unit,
      indicator,
      period,
      value_before: book.valueFor(indicator, unit, period)?.value ?? null,
      value,
    })),
    before: tablesOf(book),
    after: tablesOf(suppose(book, suppositions)),
  };
}
