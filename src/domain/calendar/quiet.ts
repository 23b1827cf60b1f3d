import { addDays, dayOf, type Instant } from '../../shared/time.ts';
import type { WorkCalendar } from './work-calendar.ts';

const opens = '08:00:00';
const closes = '21:00:00';

/** When something that nobody asked for may be pushed: null for now, else the opening of the next working day's hours (domain §8). */
export function quietUntil(calendar: WorkCalendar, at: Instant): Instant | null {
  const today = dayOf(at);
  const time = at.slice(11, 19);
  const working = calendar.isWorkingDay(today);
  if (working && time >= opens && time < closes) return null;
  let day = working && time < opens ? today : addDays(today, 1);
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return `${day}T${opens}+08:00`;
}
