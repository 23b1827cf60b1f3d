import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  instantOf,
  isDay,
  longTime,
  parseInstant,
  shortDay,
  weekdayOf,
} from '#src/shared/time.ts';

describe('instants', () => {
  it('are Shanghai time whatever the offset they were written in', () => {
    expect(parseInstant('2026-11-22T17:30:00Z')).toBe('2026-11-23T01:30:00+08:00');
    expect(parseInstant('2026-11-22T09:00:00+08:00')).toBe('2026-11-22T09:00:00+08:00');
    expect(dayOf(parseInstant('2026-11-22T17:30:00-05:00'))).toBe('2026-11-23');
  });

  it('without an offset are Shanghai time, whatever the server’s', () => {
    expect(parseInstant('2026-11-22T09:00:00')).toBe('2026-11-22T09:00:00+08:00');
    expect(parseInstant('2026-11-22')).toBe('2026-11-22T00:00:00+08:00');
  });

  it('are refused when they are none', () => {
    for (const text of ['', 'yesterday', '22.11.2026', '2026-13-01', '2026-02-30', '2026-11-22 09:00'])
      expect(() => parseInstant(text)).toThrow(RangeError);
  });

  it('compare as strings, with and without milliseconds', () => {
    expect(instantOf(1000) < instantOf(1500)).toBe(true);
    expect(instantOf(1500) < instantOf(2000)).toBe(true);
  });
});

describe('days', () => {
  it('are added across months and leap years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(weekdayOf('2026-11-22')).toBe(0);
  });

  it('are only those that the calendar has', () => {
    expect(['2028-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-45', '2026-00-10', '2026-1-1', ''].some(isDay)).toBe(false);
  });

  it('are shown as cards do', () => {
    expect(shortDay('2026-11-06')).toBe('11月6日');
    expect(longTime('2026-11-06T09:05:00+08:00')).toBe('2026年11月6日 09:05');
  });
});
