import { addDays, dayOf, type Instant } from '../../../shared/time.ts';
import { lastEndedBy, type Period } from '../../calendar/period.ts';

/** The period that counts when none is said: the last month that has ended (domain §4, Scopes). */
export function lastEndedMonth(now: Instant): Period {
  return lastEndedBy('month', addDays(dayOf(now), -1));
}
