import { isOfIndicatorsOffice } from '../../authorize/may-read-value.ts';
import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';

interface Urging {
  readonly indicator: string;
  readonly period: Period;
  readonly actor: Actor;
}

/** Whose value is missing, for the office that may ask for it: the assessment office, or its task force's (domain §1). Throws when it is neither. */
export function unreportedFor(book: Book, { indicator, period, actor }: Urging): Assignment[] {
  if (!actor.roles.includes('assessment_office') && !isOfIndicatorsOffice(book, actor, indicator))
    throw errors.notAllowed('您不能催报这个指标', '考核办或这个指标的专班办公室可以催报');
  const missing = book.input.assignments.filter(
    (each) =>
      each.indicator === indicator &&
      each.year === yearOf(period) &&
      book.valueFor(indicator, each.unit, period) === undefined,
  );
  if (missing.length === 0) throw errors.conflict('已经没有未报的单位，无需催报。');
  return missing;
}
