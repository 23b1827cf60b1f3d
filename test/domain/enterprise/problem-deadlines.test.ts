import { describe, expect, test } from 'vitest';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import { problemDeadlines } from '#src/domain/enterprise/problem-deadlines.ts';

const calendar = workCalendar([{ year: 2026, holidays: ['2026-10-01', '2026-10-02'], makeUpWorkdays: [] }]);

describe('until when each step is due, in working days', () => {
  test('accepted within one working day, weekends skipped', () => {
    const { accept } = problemDeadlines(calendar, {
      submitted_at: '2026-11-06T20:00:00+08:00',
      assigned_at: null,
    });
    expect(accept).toBe('2026-11-09');
  });

  test('answered within 3 and solved within 10 working days of the dispatch, holidays skipped', () => {
    expect(
      problemDeadlines(calendar, {
        submitted_at: '2026-09-28T09:00:00+08:00',
        assigned_at: '2026-09-29T09:00:00+08:00',
      }),
    ).toEqual({ accept: '2026-09-29', answer: '2026-10-06', solve: '2026-10-15' });
  });

  test('the clock of the answer does not run before the dispatch', () => {
    const deadlines = problemDeadlines(calendar, {
      submitted_at: '2026-11-06T09:00:00+08:00',
      assigned_at: null,
    });
    expect(deadlines).toMatchObject({ answer: null, solve: null });
  });
});
