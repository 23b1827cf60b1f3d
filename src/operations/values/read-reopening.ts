import { findIndicator } from '../../domain/language/finding/find-indicator.ts';
import { findUnit } from '../../domain/language/finding/find-unit.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import { errors } from '../../shared/errors.ts';

function only(found: readonly string[], word: string, what: string): string {
  const [first, ...others] = found;
  if (first === undefined) throw errors.badInput(`没有找到${what}“${word.slice(0, 20)}”，没有开放。`);
  if (others.length > 0)
    throw errors.badInput(`“${word.slice(0, 20)}”可以指几个${what}，请写全称。没有开放。`);
  return first;
}

/** Whom a reopening is for, as typed: null for an empty field. Throws `bad_input` when a name is unknown or fits several. */
export function readReopening(
  typed: { readonly unit: string; readonly indicator: string },
  vocabulary: Vocabulary,
): { unit: string | null; indicator: string | null } {
  const { unit, indicator } = typed;
  return {
    unit: unit === '' ? null : only(findUnit(unit, vocabulary), unit, '单位'),
    indicator: indicator === '' ? null : only(findIndicator(indicator, vocabulary), indicator, '指标'),
  };
}
