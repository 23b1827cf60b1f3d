import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A moment as ISO 8601 in Shanghai time, e.g. `2026-11-06T09:00:00+08:00` (milliseconds optional). Two of them compare as strings. */
export type Instant = string;

/** A calendar day in Shanghai, `YYYY-MM-DD`. Two of them compare as strings. */
export type Day = string;

/** Shanghai is 8 hours ahead all year. */
const shanghaiMs = 8 * 3_600_000;

/** The instant of an epoch time in milliseconds, whole seconds written without a fraction. Asked several times an event. */
export function instantOf(epochMs: number): Instant {
  const shifted = new Date(epochMs + shanghaiMs).toISOString();
  return `${shifted.slice(0, epochMs % 1000 === 0 ? -'.000Z'.length : -'Z'.length)}+08:00`;
}

const isoPattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Any ISO 8601 day or time as an instant, Shanghai's where it names no offset; throws a RangeError when it is none. */
export function parseInstant(text: string): Instant {
  const [, day, time = '00:00', offset = '+08:00'] = isoPattern.exec(text) ?? [];
  const epochMs = Date.parse(`${day}T${time}${offset}`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(epochMs) || !isDay(`${day}`)) throw new RangeError(`not an ISO 8601 time: ${text}`);
  return instantOf(epochMs);
}

/** Epoch milliseconds of an instant. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

/** The Shanghai calendar day of an instant. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Whether a text is a day that the calendar has: 2026-02-31 is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
}

/** 0 for Sunday … 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return dayjs.utc(day).day();
}

/** `11月6日 09:00`, as cards show an instant of the current year. */
export function shortTime(instant: Instant): string {
  return `${Number(instant.slice(5, 7))}月${Number(instant.slice(8, 10))}日 ${instant.slice(11, 16)}`;
}

/** `2026年11月6日 09:00`, as cards show an as-of time. */
export function longTime(instant: Instant): string {
  return `${instant.slice(0, 4)}年${shortTime(instant)}`;
}

/** `2026年11月6日`, as cards show a day that may be of another year. */
export function longDay(day: Day): string {
  return `${day.slice(0, 4)}年${shortDay(day)}`;
}

/** `11月6日`, as cards show a due day. */
export function shortDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
