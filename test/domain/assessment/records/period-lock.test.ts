import { describe, expect, test } from 'vitest';
import { isOpenFor, lockMonthOf, type PeriodLock } from '#src/domain/assessment/records/period-lock.ts';

const reopening = {
  ...{ unit: 'U06', indicator: null, until: '2026-11-09', why: '口径调整', by: 'C085' },
  at: '2026-11-06T09:00:00+08:00',
};
const lock = (...reopenings: PeriodLock['reopenings']): PeriodLock => ({
  ...{ id: '2026-08', locked_by: 'C085', locked_at: '2026-09-20T09:00:00+08:00' },
  reopenings,
});
const item = { indicator: 'JJ-03', unit: 'U06' };
const lastMinute = '2026-11-09T23:59:59+08:00';

describe('a locked month', () => {
  test('takes with it every period that ends in it', () => {
    const periods = ['2026-09A', '2026-09B', '2026-09', '2026Q3'];
    expect(periods.map(lockMonthOf)).toEqual(['2026-09', '2026-09', '2026-09', '2026-09']);
    expect(['2026H1', '2026', '2026-08B'].map(lockMonthOf)).toEqual(['2026-06', '2026-12', '2026-08']);
  });

  test('is closed to everybody unless it was opened again for them', () => {
    expect(isOpenFor(lock(), item, lastMinute)).toBe(false);
    expect(isOpenFor(lock(reopening), item, lastMinute)).toBe(true);
    expect(isOpenFor(lock(reopening), { ...item, unit: 'U07' }, lastMinute)).toBe(false);
    expect(isOpenFor(lock({ ...reopening, indicator: 'JJ-04' }), item, lastMinute)).toBe(false);
    expect(isOpenFor(lock({ ...reopening, unit: null }), { ...item, unit: 'U07' }, lastMinute)).toBe(true);
  });

  test('closes again after the last day, or at once when that is taken back', () => {
    expect(isOpenFor(lock(reopening), item, '2026-11-10T00:00:00+08:00')).toBe(false);
    const ended = { ...reopening, ended_at: '2026-11-07T09:00:00+08:00' };
    expect(isOpenFor(lock(ended), item, lastMinute)).toBe(false);
    expect(isOpenFor(lock(ended, reopening), item, lastMinute)).toBe(true);
  });
});
