import type { BookInput } from '../domain/assessment/scoring/book.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { dataset } from './dataset.ts';

/** Everything in a dataset's folder that scores are made from, reports of every time. */
export function bookInputOf(folder: string, calendar: WorkCalendar): BookInput {
  return {
    tracks: dataset.tracks(folder),
    units: dataset.units(folder),
    indicators: dataset.indicators(folder),
    taskForces: dataset.taskForces(folder),
    assignments: dataset.assignments(folder),
    reports: dataset.reports(folder),
    benchmarks: dataset.benchmarks(folder),
    adjustments: dataset.adjustments(folder),
    calendar,
  };
}
