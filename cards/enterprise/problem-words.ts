import type { ProblemState } from '#src/domain/enterprise/problem.ts';
import type { TagColour } from '../kit/colours.ts';

/** State → the colour of its tag; the word says the same. */
export const stateColours: Record<ProblemState, TagColour> = {
  submitted: 'blue',
  accepted: 'blue',
  assigned: 'blue',
  in_progress: 'blue',
  answered: 'turquoise',
  closed: 'green',
  returned: 'neutral',
  reopened: 'orange',
  escalated: 'red',
};

/** A tracking code in groups of four, so that it can be read out: `DVGA C5Q8`. */
export function spokenCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
