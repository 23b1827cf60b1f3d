import type { Adjustment } from '../domain/assessment/records/adjustment.ts';
import type { Report } from '../domain/assessment/records/report.ts';
import type { Problem } from '../domain/enterprise/problem.ts';
import { dayOf, type Instant } from '../shared/time.ts';

/** A report as it stood at an instant: undefined when it came later, undecided when the decision came later. */
export function reportKnownAt(report: Report, at: Instant): Report | undefined {
  if (report.reported_at > at) return undefined;
  if (report.decided_at === undefined || report.decided_at <= at) return report;
  const { reason: _, decided_by: __, decided_at: ___, ...open } = report;
  return { ...open, state: 'submitted' };
}

/** Whether a bonus, deduction or veto was in force at an instant: one found on a later day is not. */
export function isAdjustmentKnownAt({ date }: Pick<Adjustment, 'date'>, at: Instant): boolean {
  return date <= dayOf(at);
}

type Open = Omit<Problem, 'contact' | 'submitter'>;

function stateKnown(problem: Open): Problem['state'] {
  if (problem.closed_at) return 'closed';
  if (problem.answered_at) return 'answered';
  if (problem.first_answer_at) return 'in_progress';
  if (problem.assigned_at) return 'assigned';
  return problem.accepted_at ? 'accepted' : 'submitted';
}

/** A problem as it stood at an instant: undefined when it came later; steps that came later are taken back. */
export function problemKnownAt<P extends Open>(problem: P, at: Instant): P | undefined {
  if (problem.submitted_at > at) return undefined;
  const past = (moment: string | null) => (moment !== null && moment <= at ? moment : null);
  const steps = {
    accepted_at: past(problem.accepted_at),
    assigned_at: past(problem.assigned_at),
    first_answer_at: past(problem.first_answer_at),
    answered_at: past(problem.answered_at),
    closed_at: past(problem.closed_at),
    verified_at: past(problem.verified_at),
  };
  const unchanged = Object.entries(steps).every(
    ([step, moment]) => problem[step as keyof typeof steps] === moment,
  );
  if (unchanged) return problem;
  const rewound = { ...problem, ...steps };
  return { ...rewound, ...laterFields(rewound), state: stateKnown(rewound) };
}

/** What goes with a step that has not been taken yet. */
function laterFields(problem: Open) {
  const closed = problem.closed_at !== null;
  return {
    ...(problem.accepted_at ? {} : { desk: null }),
    ...(problem.assigned_at ? {} : { unit: null, handler: null, refusals: [] }),
    ...(problem.answered_at ? {} : { answer: null }),
    ...(closed ? {} : { end: null, public_reason: null, solved: null, rating: null, rating_text: null }),
  };
}
