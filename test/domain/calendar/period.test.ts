import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endingWith,
  endOf,
  frequencyOf,
  indexOf,
  isPeriod,
  lastEndedBy,
  monthsElapsed,
  periodAt,
  periodName,
  periodOfDay,
  shiftPeriod,
  startOf,
  yearOf,
} from '#src/domain/calendar/period.ts';
import { addDays } from '#src/shared/time.ts';

const frequencies = ['half_month', 'month', 'quarter', 'half', 'year'] as const;
const anyPeriod = fc
  .tuple(
    fc.constantFrom(...frequencies),
    fc.integer({ min: 1990, max: 2090 }),
    fc.integer({ min: 1, max: 24 }),
  )
  .map(([frequency, year, index]) => periodAt(frequency, year, index));

describe('periods', () => {
  it('are six forms and nothing else', () => {
    for (const text of ['2026', '2026H1', '2026Q3', '2026-07', '2026-07A', '2026-07B'])
      expect(isPeriod(text)).toBe(true);
    for (const text of ['', '26', '2026H3', '2026Q5', '2026-13', '2026-00', '2026-7', '2026-07C', '2026Q3 '])
      expect(isPeriod(text)).toBe(false);
    expect(() => endOf('十月')).toThrow(RangeError);
  });

  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026H1', '2026-01-01', '2026-06-30'],
    ['2026H2', '2026-07-01', '2026-12-31'],
    ['2026Q3', '2026-07-01', '2026-09-30'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-07A', '2026-07-01', '2026-07-15'],
    ['2026-02B', '2026-02-16', '2026-02-28'],
  ])('%s runs from %s to %s', (period, start, end) => {
    expect([startOf(period), endOf(period)]).toEqual([start, end]);
  });

  it('follow one another without gaps', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(startOf(shiftPeriod(period, 1))).toBe(addDays(endOf(period), 1));
        expect(shiftPeriod(shiftPeriod(period, 7), -7)).toBe(period);
        expect(periodAt(frequencyOf(period), yearOf(period), indexOf(period))).toBe(period);
      }),
    );
  });

  it('hold their first and last days', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const frequency = frequencyOf(period);
        expect(periodOfDay(frequency, startOf(period))).toBe(period);
        expect(periodOfDay(frequency, endOf(period))).toBe(period);
      }),
    );
  });

  it('roll over at the year’s ends', () => {
    expect(shiftPeriod('2026-01A', -1)).toBe('2025-12B');
    expect(shiftPeriod('2026Q4', 1)).toBe('2027Q1');
    expect(shiftPeriod('2026H1', -3)).toBe('2024H2');
  });
});

describe('the last period that has ended by a day', () => {
  it('counts one that ends on that very day', () => {
    expect(lastEndedBy('month', '2026-10-31')).toBe('2026-10');
    expect(lastEndedBy('month', '2026-10-30')).toBe('2026-09');
    expect(lastEndedBy('half_month', '2026-10-15')).toBe('2026-10A');
    expect(lastEndedBy('half_month', '2026-10-14')).toBe('2026-09B');
    expect(lastEndedBy('quarter', '2026-10-31')).toBe('2026Q3');
    expect(lastEndedBy('half', '2026-06-30')).toBe('2026H1');
    expect(lastEndedBy('year', '2026-10-31')).toBe('2025');
  });
});

describe('months elapsed', () => {
  it('count a first half-month as half', () => {
    const months = ['2026-01A', '2026-01B', '2026-06A', '2026-06B', '2026-12A'].map(monthsElapsed);
    expect(months).toEqual(['0.5', '1', '5.5', '6', '11.5']);
    expect(['2026-06', '2026Q2', '2026H1'].map(monthsElapsed)).toEqual(['6', '6', '6']);
    expect(monthsElapsed('2026')).toBe('12');
  });
});

describe('names of periods', () => {
  it.each([
    ['2026', '2026年'],
    ['2026H2', '2026年下半年'],
    ['2026Q3', '2026年三季度'],
    ['2026-10', '2026年10月'],
    ['2026-07A', '2026年7月上半月'],
    ['2026-07B', '2026年7月下半月'],
  ])('%s is %s', (period, name) => {
    expect(periodName(period)).toBe(name);
  });
});

it('periods that end together are all that have the same last day', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const year = yearOf(period);
      const ofYear = frequencies.flatMap((frequency) =>
        Array.from({ length: 24 }, (_, index) => periodAt(frequency, year, index + 1)),
      );
      const together = new Set(ofYear.filter((other) => endOf(other) === endOf(period)));
      expect(new Set(endingWith(period))).toEqual(together);
    }),
  );
});
