import type { Assignment } from '../domain/assessment/assignment.ts';
import type { Book } from '../domain/assessment/book.ts';
import { remembered } from '../domain/assessment/indexes.ts';
import type { Indicator } from '../domain/assessment/indicator.ts';
import {
  endOf,
  type Frequency,
  lastEndedBy,
  type Period,
  shiftPeriod,
  yearOf,
} from '../domain/calendar/period.ts';
import { type Actor, unitsOf } from '../domain/people/actor.ts';
import { addDays, type Day, dayOf, type Instant } from '../shared/time.ts';

/** A value that is wanted: for which period, and until when. */
export interface Owed {
  readonly assignment: Assignment;
  readonly indicator: Indicator;
  readonly period: Period;
  readonly due: Day;
  readonly overdue: boolean;
}

interface Asking {
  readonly actor: Actor;
  readonly now: Instant;
}

/** The assignments whose values the person is the reporter of; a unit's head: all of their unit. */
export function reportedBy(book: Book, actor: Actor, year: number): Assignment[] {
  const all = book.input.assignments.filter((assignment) => assignment.year === year);
  const headed = actor.roles.includes('unit_head') ? unitsOf(actor) : [];
  return all.filter(({ reporter, unit }) => reporter === actor.cadre?.id || headed.includes(unit));
}

/** No frequency has more in a year. */
const mostPeriods = 24;

/** The ended periods of a year, the newest first. */
function endedPeriods(frequency: Frequency, year: number, today: Day): Period[] {
  const last = lastEndedBy(frequency, addDays(today, -1));
  const periods = Array.from({ length: mostPeriods }, (_, back) => shiftPeriod(last, -back));
  return periods.filter((period) => yearOf(period) === year && endOf(period) < today);
}

/** What the person owes: ended periods without a value, overdue ones first, then by due day. A value once known is never asked for again. */
export function findOwed(book: Book, { actor, now }: Asking): { owed: Owed[]; reported: number } {
  const year = Number(dayOf(now).slice(0, 4));
  // In January the last periods of the old year are still open.
  const assignments = [...reportedBy(book, actor, year), ...reportedBy(book, actor, year - 1)];
  const ended = remembered((key: string) => {
    const [frequency, of] = key.split(' ') as [Frequency, string];
    return endedPeriods(frequency, Number(of), dayOf(now));
  });
  const owed: Owed[] = [];
  let reported = 0;
  for (const assignment of assignments) {
    const indicator = book.indicator(assignment.indicator);
    const [latest, ...older] = ended(`${indicator.frequency} ${assignment.year}`);
    if (!latest) continue;
    const has = (period: Period) =>
      book.valueFor(assignment.indicator, assignment.unit, period) !== undefined;
    if (has(latest)) reported += 1;
    for (const period of [latest, ...older].filter((each) => !has(each))) {
      const due = book.dueDayOf(period);
      owed.push({ assignment, indicator, period, due, overdue: dayOf(now) > due });
    }
  }
  return { owed: owed.sort(inOrder), reported };
}

function inOrder(a: Owed, b: Owed): number {
  return a.due.localeCompare(b.due) || a.assignment.id.localeCompare(b.assignment.id);
}
