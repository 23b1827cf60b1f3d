import type { Problem, ProblemEnd, ProblemState, Rating } from './problem.ts';

/** State → the word on cards and in workbooks. */
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

/** Urgency → the word on cards and in workbooks. */
export const urgencyWords: Record<Problem['urgency'], string> = {
  normal: '一般',
  urgent: '紧急',
  critical: '特急',
};

/** How a problem ended → the words on cards and in workbooks. */
export const endWords: Record<ProblemEnd, string> = {
  solved: '已解决',
  no_longer_needed: '企业不再需要',
  not_ours: '不属本区职责',
  not_possible: '无法办理',
};

/** Rating → the words on cards and in workbooks. */
export const ratingWords: Record<Rating, string> = {
  satisfied: '满意',
  basically_satisfied: '基本满意',
  not_satisfied: '不满意',
};
