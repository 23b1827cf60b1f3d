import type { Problem, ProblemEnd, ProblemState, Rating } from '#src/domain/enterprise/problem.ts';
import type { TagColour } from '../kit/colours.ts';

/** State → the word on cards. */
export const stateWords: Record<ProblemState, string> = {
  submitted: '待受理',
  accepted: '已受理',
  assigned: '已交办',
  in_progress: '办理中',
  answered: '已答复',
  closed: '已办结',
  returned: '已退回补充',
  reopened: '重新办理',
  escalated: '已提级',
};

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

/** Urgency → the word on cards. */
export const urgencyWords: Record<Problem['urgency'], string> = {
  normal: '一般',
  urgent: '紧急',
  critical: '特急',
};

/** How a problem ended → the words on cards. */
export const endWords: Record<ProblemEnd, string> = {
  solved: '已解决',
  no_longer_needed: '企业不再需要',
  not_ours: '不属本区职责',
  not_possible: '无法办理',
};

/** Rating → the words on cards. */
export const ratingWords: Record<Rating, string> = {
  satisfied: '满意',
  basically_satisfied: '基本满意',
  not_satisfied: '不满意',
};

/** A tracking code in groups of four, so that it can be read out: `DVGA C5Q8`. */
export function spokenCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
