import { addDays, type Day, dayOf, type Instant, weekdayOf } from '../../shared/time.ts';
import { endOf, type Frequency, frequencyOf, type Period } from './period.ts';

/** China's official working days (domain §2). A year that is not announced falls back to Monday–Friday but 1 January. */
export interface WorkCalendar {
  isWorkingDay(day: Day): boolean;
  /** False when the official arrangement of the day's year is unknown; cards then say 日历未公布. */
  isAnnounced(day: Day): boolean;
}

/** One year's official arrangement: days off and make-up working days. */
export interface CalendarYear {
  readonly year: number;
  readonly holidays: readonly Day[];
  readonly makeUpWorkdays: readonly Day[];
}

/** Builds the calendar from the announced years. */
export function workCalendar(years: readonly CalendarYear[]): WorkCalendar {
  const announced = new Set(years.map((entry) => String(entry.year)));
  const holidays = new Set(years.flatMap((entry) => entry.holidays));
  const makeUp = new Set(years.flatMap((entry) => entry.makeUpWorkdays));
  return {
    isAnnounced: (day) => announced.has(day.slice(0, 4)),
    isWorkingDay(day) {
      if (makeUp.has(day)) return true;
      const weekday = weekdayOf(day);
      if (weekday === 0 || weekday === 6 || day.endsWith('-01-01')) return false;
      return !holidays.has(day);
    },
  };
}

/** Working days after the period's end until its values are due (domain §2). */
const dueAfter: Record<Frequency, number> = { half_month: 3, month: 5, quarter: 8, half: 10, year: 10 };

/** The `count`-th working day after a day. */
export function workingDayAfter(calendar: WorkCalendar, day: Day, count: number): Day {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (calendar.isWorkingDay(current)) left -= 1;
  }
  return current;
}

/** Working days after `from` up to and with `to`. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) count += 1;
  return count;
}

/** The last day on which a value for the period is on time. */
export function dueDayOf(calendar: WorkCalendar, period: Period): Day {
  return workingDayAfter(calendar, endOf(period), dueAfter[frequencyOf(period)]);
}

/** Whether the due day has passed: from 00:00 Shanghai time of the day after it. */
export function isOverdue(calendar: WorkCalendar, period: Period, now: Instant): boolean {
  return dayOf(now) > dueDayOf(calendar, period);
}

/** Whether the period's last day has passed. */
export function hasEnded(period: Period, now: Instant): boolean {
  return dayOf(now) > endOf(period);
}
