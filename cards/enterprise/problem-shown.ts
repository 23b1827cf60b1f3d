import { type ProblemStep, stepsFor } from '#src/domain/enterprise/problem-flow.ts';
import { maySeeContact, type ProblemSide } from '#src/domain/enterprise/problem-side.ts';
import { problemSubject } from '#src/domain/enterprise/problem-subject.ts';
import type { Day } from '#src/shared/time.ts';
import type { Card } from '../kit/card.ts';
import type { Frame } from '../kit/frame.ts';
import { problemDeskCard } from './problem-desk.ts';
import { problemEntrepreneurCard } from './problem-entrepreneur.ts';
import type { ProblemFacts } from './problem-facts.ts';
import { problemRatingCard } from './problem-rating.ts';

/** A problem as it is to be shown now. */
export interface ShownProblem extends Pick<Frame, 'demo'> {
  readonly problem: ProblemFacts;
  readonly today: Day;
}

/** A card with the subject under which it is updated in place; none for who only reads. */
export interface SubjectCard {
  readonly card: Card;
  readonly subject?: string;
}

/** The steps that the desk card offers people on these sides; `contact` to those who handle the case. */
function deskSteps(
  problem: ProblemFacts,
  sides: readonly ProblemSide[],
): readonly (ProblemStep | 'contact')[] {
  return [...stepsFor(problem, sides), ...(maySeeContact(sides) ? (['contact'] as const) : [])];
}

/** The card of somebody with these sides: an entrepreneur's own, else the desk card with what all of their sides may do. */
export function problemCardFor(
  shown: ShownProblem,
  sides: readonly ProblemSide[],
  error?: string,
): SubjectCard {
  const { problem } = shown;
  if (sides.includes('entrepreneur')) {
    return {
      card: problemEntrepreneurCard({ ...shown, error }),
      subject: problemSubject.entrepreneur(problem.id),
    };
  }
  const card = problemDeskCard({ ...shown, may: deskSteps(problem, sides) });
  if (sides.includes('desk')) return { card, subject: problemSubject.desk(problem.id) };
  if (!sides.includes('handler') || problem.unit === null) return { card };
  return { card, subject: problemSubject.handler(problem.id, problem.unit) };
}

/** The entrepreneur's card with the form in which they add something. */
export function problemSupplementFor(shown: ShownProblem, written?: string, error?: string): SubjectCard {
  const card = problemEntrepreneurCard({ ...shown, error, supplementing: { written } });
  return { card, subject: problemSubject.entrepreneur(shown.problem.id) };
}

/** The two questions after closing. */
export function problemRatingFor(shown: ShownProblem): SubjectCard & { readonly subject: string } {
  return { card: problemRatingCard(shown), subject: problemSubject.rating(shown.problem.id) };
}

/** What a unit that no longer has the problem keeps: the card without anything to press. */
export function formerUnitCard(
  shown: ShownProblem,
  unit: string,
): SubjectCard & { readonly subject: string } {
  return {
    card: problemDeskCard({ ...shown, may: [] }),
    subject: problemSubject.handler(shown.problem.id, unit),
  };
}
