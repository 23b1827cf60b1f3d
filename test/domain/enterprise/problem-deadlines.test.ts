import { describe, expect, test } from 'vitest';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import { problemDeadlines } from '#src/domain/enterprise/problem-deadlines.ts';

const calendar = workCalendar([{ year: 2026, holidays: ['2026-10-01', '2026-10-02'], makeUpWorkdays: [] }]);

describe('until when each step is due, in working days', () => {
  test('accepted within one working day, weekends skipped', () => {
    const { accept } = problemDeadlines(calendar, {
      submitted_at: '2026-11-06T20:00:00+08:00',
      assigned_at: null,
      pauses: [],
    });
    expect(accept).toBe('2026-11-09');
  });

  test('answered within 3 and solved within 10 working days of the dispatch, holidays skipped', () => {
    expect(
      problemDeadlines(calendar, {
        submitted_at: '2026-09-28T09:00:00+08:00',
        assigned_at: '2026-09-29T09:00:00+08:00',
        pauses: [],
      }),
    ).toEqual({ accept: '2026-09-29', answer: '2026-10-06', solve: '2026-10-15' });
  });

  test('the clock of the answer does not run before the dispatch', () => {
    const deadlines = problemDeadlines(calendar, {
      submitted_at: '2026-11-06T09:00:00+08:00',
      assigned_at: null,
      pauses: [],
    });
    expect(deadlines).toMatchObject({ answer: null, solve: null });
  });

  test('the days for which the clock stood still are added, but not to a step that was due before', () => {
    const at = (day: string) => `2026-11-${day}T09:00:00+08:00`;
    const problem = { submitted_at: at('02'), assigned_at: at('02') };
    const paused = (from: string, to: string | null) =>
      problemDeadlines(calendar, { ...problem, pauses: [{ from: at(from), to: to && at(to), reason: '' }] });
    expect(paused('03', '05')).toEqual({ accept: '2026-11-05', answer: '2026-11-09', solve: '2026-11-18' });
    expect(paused('06', '10')).toEqual({ accept: '2026-11-03', answer: '2026-11-05', solve: '2026-11-18' });
    expect(
      problemDeadlines(calendar, {
        ...problem,
        assigned_at: at('04'),
        pauses: [{ from: at('02'), to: at('05'), reason: '' }],
      }),
    ).toMatchObject({ answer: '2026-11-10', solve: '2026-11-19' });
    expect(
      problemDeadlines(calendar, {
        ...problem,
        assigned_at: at('06'),
        pauses: [{ from: at('03'), to: at('05'), reason: '' }],
      }),
    ).toMatchObject({ answer: '2026-11-11', solve: '2026-11-20' });
    expect(paused('03', null)).toEqual({ accept: '2026-11-03', answer: '2026-11-05', solve: '2026-11-16' });
  });
});
