import { describe, expect, it } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import {
  dueDayOf,
  hasEnded,
  isOverdue,
  workCalendar,
  workingDayAfter,
} from '#src/domain/calendar/work-calendar.ts';

const calendar = loadCalendar(['data/demo'], [2026]);

describe('working days of 2026', () => {
  it('leave out holidays and weekends, and hold make-up days', () => {
    expect(calendar.isWorkingDay('2026-10-01')).toBe(false);
    expect(calendar.isWorkingDay('2026-10-10')).toBe(true);
    expect(calendar.isWorkingDay('2026-10-11')).toBe(false);
    expect(calendar.isWorkingDay('2026-10-12')).toBe(true);
  });

  it('of a year not announced are Monday to Friday but 1 January', () => {
    expect(calendar.isAnnounced('2026-06-01')).toBe(true);
    expect(calendar.isAnnounced('2027-06-01')).toBe(false);
    expect(calendar.isWorkingDay('2027-01-01')).toBe(false);
    expect(calendar.isWorkingDay('2027-01-04')).toBe(true);
    expect(calendar.isWorkingDay('2027-01-03')).toBe(false);
  });
});

describe('due days', () => {
  it.each([
    ['2026-10B', '2026-11-04'],
    ['2026-10', '2026-11-06'],
    ['2026-09', '2026-10-13'],
    ['2026Q3', '2026-10-16'],
    ['2026Q1', '2026-04-13'],
    ['2026H1', '2026-07-14'],
    ['2026-01', '2026-02-06'],
    ['2026-01B', '2026-02-04'],
    ['2026-02A', '2026-02-26'],
    ['2026', '2027-01-15'],
  ])('%s is due on %s', (period, day) => {
    expect(dueDayOf(calendar, period)).toBe(day);
  });

  it('are past from 00:00 Shanghai time of the day after', () => {
    expect(isOverdue(calendar, '2026-10', '2026-11-06T23:59:59.999+08:00')).toBe(false);
    expect(isOverdue(calendar, '2026-10', '2026-11-07T00:00:00+08:00')).toBe(true);
  });

  it('start counting on the day after', () => {
    expect(workingDayAfter(workCalendar([]), '2026-11-06', 1)).toBe('2026-11-09');
    expect(workingDayAfter(workCalendar([]), '2026-11-06', 0)).toBe('2026-11-06');
  });
});

describe('the end of a period', () => {
  it('is midnight after its last day', () => {
    expect(hasEnded('2026-10', '2026-10-31T23:59:59+08:00')).toBe(false);
    expect(hasEnded('2026-10', '2026-11-01T00:00:00+08:00')).toBe(true);
  });
});
