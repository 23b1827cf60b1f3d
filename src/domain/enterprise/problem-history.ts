import type { PastStep, Problem } from './problem.ts';

/** What the single fields of a problem still say of its dispatches and its end: all there is from before the steps were kept. */
function rememberedSteps({
  refusals,
  assigned_at,
  unit,
  handler,
  closed_at,
  end,
}: Omit<Problem, 'contact'>): PastStep[] {
  const refused = refusals.map((refusal): PastStep => {
    return { what: 'assign', at: refusal.assigned_at, unit: refusal.unit, handler: null };
  });
  return [
    ...refused,
    ...(assigned_at !== null && unit !== null
      ? [{ what: 'assign' as const, at: assigned_at, unit, handler }]
      : []),
    ...(closed_at === null ? [] : [{ what: 'close' as const, at: closed_at, end }]),
  ];
}

/** Every dispatch, return, closing and reopening of a problem, the oldest first. */
export function pastSteps(problem: Omit<Problem, 'contact'>): readonly PastStep[] {
  return problem.steps ?? rememberedSteps(problem);
}

/** The steps with one more, for the problem that is put. */
export function withStep(problem: Problem, step: PastStep): Pick<Problem, 'steps'> {
  return { steps: [...pastSteps(problem), step] };
}
