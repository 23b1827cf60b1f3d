import { auditShow } from './audit-show.ts';
import { bindSubmit } from './bind-submit.ts';
import { chatRegister } from './chat-register.ts';
import { compareShow } from './compare-show.ts';
import type { Action } from './define-action.ts';
import { explainShow } from './explain-show.ts';
import { parkedDrop } from './parked-drop.ts';
import { parkedDropAsk } from './parked-drop-ask.ts';
import { parkedRetry } from './parked-retry.ts';
import { parkedRetryAll } from './parked-retry-all.ts';
import { parkedShow } from './parked-show.ts';
import { problemAccept } from './problem-accept.ts';
import { problemAnswer } from './problem-answer.ts';
import { problemAssign } from './problem-assign.ts';
import { problemBack } from './problem-back.ts';
import { problemClose } from './problem-close.ts';
import { problemContact } from './problem-contact.ts';
import { problemOpen } from './problem-open.ts';
import { problemRate } from './problem-rate.ts';
import { problemRefuse } from './problem-refuse.ts';
import { problemReturn } from './problem-return.ts';
import { problemSolved } from './problem-solved.ts';
import { problemSubmit } from './problem-submit.ts';
import { rankingShow } from './ranking-show.ts';
import { reportAnswer } from './report-answer.ts';
import { reportBack } from './report-back.ts';
import { reportCancel } from './report-cancel.ts';
import { reportConfirm } from './report-confirm.ts';
import { reportCorrect } from './report-correct.ts';
import { reportCorrectSubmit } from './report-correct-submit.ts';
import { reportSubmit } from './report-submit.ts';
import { roadmapShow } from './roadmap-show.ts';

/** Everything people may press. An action file that is missing here fails `test/actions/index.test.ts`. */
export const actions: readonly Action[] = [
  auditShow,
  bindSubmit,
  compareShow,
  chatRegister,
  explainShow,
  parkedDrop,
  parkedDropAsk,
  parkedRetry,
  parkedRetryAll,
  parkedShow,
  problemAccept,
  problemAnswer,
  problemAssign,
  problemBack,
  problemClose,
  problemContact,
  problemOpen,
  problemRate,
  problemRefuse,
  problemReturn,
  problemSolved,
  problemSubmit,
  rankingShow,
  reportAnswer,
  reportBack,
  reportCancel,
  reportConfirm,
  reportCorrectSubmit,
  reportCorrect,
  reportSubmit,
  roadmapShow,
];
