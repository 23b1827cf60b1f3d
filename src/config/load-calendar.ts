import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import chineseDays from 'chinese-days';
import { z } from 'zod';
import { type CalendarYear, type WorkCalendar, workCalendar } from '../domain/calendar/work-calendar.ts';
import { addDays, weekdayOf } from '../shared/time.ts';

const fileSchema = z.object({
  year: z.number().int(),
  holidays: z.array(z.object({ date: z.iso.date(), name: z.string() })),
  make_up_workdays: z.array(z.iso.date()),
});

function fromFile(path: string): CalendarYear {
  const { year, holidays, make_up_workdays } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { year, holidays: holidays.map((holiday) => holiday.date), makeUpWorkdays: make_up_workdays };
}

/** The library knows a year when it names a holiday in it that is no weekend. */
function fromLibrary(year: number): CalendarYear | undefined {
  const days = Array.from({ length: 366 }, (_, offset) => addDays(`${year}-01-01`, offset));
  const own = days.filter((day) => day.startsWith(`${year}-`));
  const weekend = (day: string) => weekdayOf(day) === 0 || weekdayOf(day) === 6;
  const holidays = own.filter((day) => !weekend(day) && chineseDays.isHoliday(day));
  const makeUpWorkdays = own.filter((day) => weekend(day) && chineseDays.isWorkday(day));
  return holidays.length > 1 ? { year, holidays, makeUpWorkdays } : undefined;
}

/** The work calendar of the years around now: a file `calendar-YYYY.json` in the data folder beats one in `data/seed`, which beats the library's (domain §2). */
export function loadCalendar(folders: readonly string[], years: readonly number[]): WorkCalendar {
  const known = years.map((year) => {
    const path = folders.map((folder) => join(folder, `calendar-${year}.json`)).find(existsSync);
    return path ? fromFile(path) : fromLibrary(year);
  });
  return workCalendar(known.filter((entry): entry is CalendarYear => entry !== undefined));
}
