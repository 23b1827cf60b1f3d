import { mayReport } from '../../authorize/may-report.ts';
import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { findAssignment } from '../../domain/assessment/scoring/find-assignment.ts';
import { yearOf } from '../../domain/calendar/period.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';

interface SaidItem {
  readonly indicator: string;
  /** Null: the sender's own unit. */
  readonly unit: string | null;
  readonly period: string;
}

/** Whose value it is, or why this person may not report it, as a Chinese sentence. */
export type Placing = { readonly assignment: Assignment } | { readonly refusal: string };

function ownAssignment(book: Book, actor: Actor, item: SaidItem): Assignment | undefined {
  const year = yearOf(item.period);
  const units = unitsOf(actor);
  const own = units.map((unit) => findAssignment(book, { indicator: item.indicator, unit, year }));
  const candidates = own.filter((assignment) => assignment !== undefined);
  return candidates.find((assignment) => assignment.reporter === actor.cadre?.id) ?? candidates[0];
}

/** Decides before the card whether the person may report the item for the unit named (their own when none is). */
export function placeItem(book: Book, actor: Actor, item: SaidItem): Placing {
  const { name } = book.indicator(item.indicator);
  const year = yearOf(item.period);
  const assignment = item.unit
    ? findAssignment(book, { indicator: item.indicator, unit: item.unit, year })
    : ownAssignment(book, actor, item);
  if (!assignment) {
    const unit = item.unit ?? unitsOf(actor)[0];
    // A select's value is not to be trusted: it may name a unit that there is not.
    const known = book.input.units.find(({ id }) => id === unit);
    const whose = known?.short_name ?? (item.unit ? '所选单位' : '您');
    return { refusal: `${whose}${year}年没有承担“${name}”，请核对指标和单位。` };
  }
  if (mayReport(actor, assignment)) return { assignment };
  const unit = book.unit(assignment.unit).short_name;
  return { refusal: `您不能为${unit}上报“${name}”，请由${unit}的填报人上报。` };
}
