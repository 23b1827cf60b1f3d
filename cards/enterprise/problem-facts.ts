import type { Problem } from '#src/domain/enterprise/problem.ts';
import type { ProblemDeadlines } from '#src/domain/enterprise/problem-deadlines.ts';

/** A problem as its cards show it: names in place of ids, and never its contact. */
export interface ProblemFacts extends Omit<Problem, 'contact'> {
  readonly unit_name: string | null;
  readonly handler_name: string | null;
  readonly desk_name: string | null;
  /** Id → name of every unit and cadre in its history. */
  readonly names: Readonly<Record<string, string>>;
  readonly deadlines: ProblemDeadlines;
}
