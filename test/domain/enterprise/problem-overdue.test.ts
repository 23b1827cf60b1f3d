import { expect, test } from 'vitest';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import { problemOverdue } from '#src/domain/enterprise/problem-overdue.ts';

const calendar = workCalendar([]);
const at = (day: string) => `2026-11-${day}T09:00:00+08:00`;

/** Submitted on Monday the 2nd. */
const submitted = {
  state: 'submitted' as const,
  submitted_at: at('02'),
  accepted_at: null,
  assigned_at: null,
  first_answer_at: null,
  pauses: [],
};
const assigned = { ...submitted, state: 'assigned' as const, accepted_at: at('02'), assigned_at: at('02') };

test('a problem is overdue from the day after its step’s due day, in working days', () => {
  expect(problemOverdue(calendar, submitted, at('03'))).toBeUndefined();
  expect(problemOverdue(calendar, submitted, at('04'))).toEqual({
    step: 'accept',
    due: '2026-11-03',
    late: 1,
  });
  expect(problemOverdue(calendar, assigned, at('05'))).toBeUndefined();
  expect(problemOverdue(calendar, assigned, at('10'))).toEqual({
    step: 'answer',
    due: '2026-11-05',
    late: 3,
  });
  const answered = { ...assigned, state: 'in_progress' as const, first_answer_at: at('04') };
  expect(problemOverdue(calendar, answered, at('16'))).toBeUndefined();
  expect(problemOverdue(calendar, answered, at('17'))).toEqual({ step: 'solve', due: '2026-11-16', late: 1 });
});

test('the clock stands still while the entrepreneur owes an answer', () => {
  const pause = { from: at('03'), to: at('05'), reason: '' };
  const paused = { ...assigned, pauses: [pause] };
  expect(problemOverdue(calendar, paused, at('10'))).toEqual({ step: 'answer', due: '2026-11-09', late: 1 });
  expect(
    problemOverdue(calendar, { ...assigned, pauses: [{ ...pause, to: null }] }, at('27')),
  ).toBeUndefined();
});

test('what is answered, closed or returned is not overdue', () => {
  for (const state of ['answered', 'closed', 'returned'] as const)
    expect(problemOverdue(calendar, { ...assigned, state }, at('27'))).toBeUndefined();
});
