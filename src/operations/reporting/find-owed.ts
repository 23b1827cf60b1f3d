import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import type { Indicator } from '../../domain/assessment/records/indicator.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { remembered } from '../../domain/assessment/scoring/indexes.ts';
import {
  endOf,
  type Frequency,
  lastEndedBy,
  type Period,
  shiftPeriod,
  yearOf,
} from '../../domain/calendar/period.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import { addDays, type Day, dayOf, type Instant } from '../../shared/time.ts';

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

/** The years whose values are taken: this one, and the last, of which some are owed still. */
export function reportingYears(now: Instant): readonly [number, number] {
  const year = Number(dayOf(now).slice(0, 4));
  return [year, year - 1];
}

/** The assignments of these years whose values the person is the reporter of; a unit's head: all of their unit. */
export function reportedBy(book: Book, actor: Actor, years: readonly number[]): Assignment[] {
  const all = years.flatMap((each) => book.input.assignments.filter(({ year }) => year === each));
  const headed = actor.roles.includes('unit_head') ? unitsOf(actor) : [];
  return all.filter(({ reporter, unit }) => reporter === actor.cadre?.id || headed.includes(unit));
}

/** Whether any indicator is theirs to report. */
export function isReporter(book: Book, { actor, now }: Asking): boolean {
  return reportedBy(book, actor, reportingYears(now)).length > 0;
}

/** No frequency has more in a year. */
const mostPeriods = 24;

/** The ended periods of a year, the newest first. */
function endedPeriods(frequency: Frequency, year: number, today: Day): Period[] {
  const last = lastEndedBy(frequency, addDays(today, -1));
  const periods = Array.from({ length: mostPeriods }, (_, back) => shiftPeriod(last, -back));
  return periods.filter((period) => yearOf(period) === year && endOf(period) < today);
}

/** What is wanted of somebody, whether or not it was given. */
interface Wanted extends Owed {
  /** Of the periods of its assignment that have ended, the last. */
  readonly latest: boolean;
}

/** Of so many people it is remembered what is wanted of them; then all are forgotten. */
const mostRemembered = 500;

interface WantedOnDay {
  readonly day: Day;
  readonly byPerson: Map<string, readonly Wanted[]>;
}

// By what a book is made of beside the values: reports come all the time, and what is wanted stays the same with every one of them.
const wantedIn = new WeakMap<Book['input'], WantedOnDay>();

/** All that is wanted of the person, overdue ones first, then by due day. */
function wantedOf(book: Book, { actor, now }: Asking): readonly Wanted[] {
  const day = dayOf(now);
  const known = wantedIn.get(book.input);
  const today = known?.day === day ? known : { day, byPerson: new Map() };
  if (today !== known) wantedIn.set(book.input, today);
  const person = JSON.stringify([actor.cadre?.id, actor.roles.includes('unit_head') && unitsOf(actor)]);
  const found = today.byPerson.get(person);
  if (found) return found;
  const wanted = findWanted(book, { actor, now });
  if (today.byPerson.size >= mostRemembered) today.byPerson.clear();
  today.byPerson.set(person, wanted);
  return wanted;
}

function findWanted(book: Book, { actor, now }: Asking): readonly Wanted[] {
  const day = dayOf(now);
  const assignments = reportedBy(book, actor, reportingYears(now));
  const ended = remembered((key: string) => {
    const [frequency, of] = key.split(' ') as [Frequency, string];
    return endedPeriods(frequency, Number(of), day);
  });
  const wanted = assignments.flatMap((assignment) => {
    const indicator = book.indicator(assignment.indicator);
    return ended(`${indicator.frequency} ${assignment.year}`).map((period, index) => {
      const due = book.dueDayOf(period);
      return { assignment, indicator, period, due, overdue: day > due, latest: index === 0 };
    });
  });
  return wanted.sort(inOrder);
}

/** What the person owes: ended periods without a value, overdue ones first, then by due day. A value once known is never asked for again. */
export function findOwed(book: Book, asking: Asking): { owed: readonly Owed[]; reported: number } {
  const owed: Owed[] = [];
  let reported = 0;
  for (const wanted of wantedOf(book, asking)) {
    const { assignment, period, latest } = wanted;
    if (book.valueFor(assignment.indicator, assignment.unit, period) === undefined) owed.push(wanted);
    else if (latest) reported += 1;
  }
  return { owed, reported };
}

function inOrder(a: Owed, b: Owed): number {
  return a.due.localeCompare(b.due) || a.assignment.id.localeCompare(b.assignment.id);
}
