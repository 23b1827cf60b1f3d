import { adjustApprove } from './adjust-approve.ts';
import { adjustForm } from './adjust-form.ts';
import { adjustOpen } from './adjust-open.ts';
import { adjustPropose } from './adjust-propose.ts';
import { adjustReject } from './adjust-reject.ts';
import { adjustWithdraw } from './adjust-withdraw.ts';
import { auditShow } from './audit-show.ts';
import { benchmarkSet } from './benchmark-set.ts';
import { benchmarkShow } from './benchmark-show.ts';
import { bindSubmit } from './bind-submit.ts';
import { briefEvidence } from './brief-evidence.ts';
import { briefShow } from './brief-show.ts';
import { chatRegister } from './chat-register.ts';
import { compareShow } from './compare-show.ts';
import { confirmAsk } from './confirm-ask.ts';
import { confirmDecide } from './confirm-decide.ts';
import { confirmShow } from './confirm-show.ts';
import type { Action } from './define-action.ts';
import { evidenceAttach } from './evidence-attach.ts';
import { evidenceGet } from './evidence-get.ts';
import { explainShow } from './explain-show.ts';
import { exportMake } from './export-make.ts';
import { exportShow } from './export-show.ts';
import { fairnessCheck } from './fairness-check.ts';
import { fairnessShow } from './fairness-show.ts';
import { gradesApprove } from './grades-approve.ts';
import { gradesOpen } from './grades-open.ts';
import { gradesPropose } from './grades-propose.ts';
import { gradesReject } from './grades-reject.ts';
import { gradesShow } from './grades-show.ts';
import { gradesWithdraw } from './grades-withdraw.ts';
import { importConfirm } from './import-confirm.ts';
import { importDrop } from './import-drop.ts';
import { importShow } from './import-show.ts';
import { indicatorShow } from './indicator-show.ts';
import { indicatorUrge } from './indicator-urge.ts';
import { itemSave } from './item-save.ts';
import { itemsShow } from './items-show.ts';
import { lockAsk } from './lock-ask.ts';
import { lockEnd } from './lock-end.ts';
import { lockReopen } from './lock-reopen.ts';
import { lockSet } from './lock-set.ts';
import { lockShow } from './lock-show.ts';
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
import { publishAsk } from './publish-ask.ts';
import { publishDo } from './publish-do.ts';
import { publishDrafts } from './publish-drafts.ts';
import { publishExport } from './publish-export.ts';
import { publishedList } from './published-list.ts';
import { publishedShow } from './published-show.ts';
import { rankingShow } from './ranking-show.ts';
import { reportAnswer } from './report-answer.ts';
import { reportBack } from './report-back.ts';
import { reportCancel } from './report-cancel.ts';
import { reportConfirm } from './report-confirm.ts';
import { reportCorrect } from './report-correct.ts';
import { reportCorrectSubmit } from './report-correct-submit.ts';
import { reportSubmit } from './report-submit.ts';
import { roadmapShow } from './roadmap-show.ts';
import { rulesShow } from './rules-show.ts';
import { targetsDrop } from './targets-drop.ts';
import { targetsEdit } from './targets-edit.ts';
import { targetsSave } from './targets-save.ts';
import { targetsShow } from './targets-show.ts';
import { targetsSubmit } from './targets-submit.ts';
import { trackEdit } from './track-edit.ts';
import { trackSave } from './track-save.ts';
import { valueCorrect } from './value-correct.ts';
import { valueShow } from './value-show.ts';

/** Everything people may press. An action file that is missing here fails `test/actions/index.test.ts`. */
export const actions: readonly Action[] = [
  adjustApprove,
  adjustForm,
  adjustOpen,
  adjustPropose,
  adjustReject,
  adjustWithdraw,
  auditShow,
  bindSubmit,
  briefEvidence,
  briefShow,
  compareShow,
  chatRegister,
  explainShow,
  exportMake,
  exportShow,
  importConfirm,
  importDrop,
  importShow,
  benchmarkSet,
  benchmarkShow,
  confirmAsk,
  confirmDecide,
  confirmShow,
  evidenceAttach,
  evidenceGet,
  indicatorShow,
  indicatorUrge,
  lockAsk,
  lockEnd,
  lockReopen,
  lockSet,
  lockShow,
  valueCorrect,
  valueShow,
  fairnessCheck,
  fairnessShow,
  gradesApprove,
  gradesOpen,
  gradesPropose,
  gradesReject,
  gradesShow,
  gradesWithdraw,
  publishAsk,
  publishDo,
  publishDrafts,
  publishExport,
  publishedList,
  publishedShow,
  itemSave,
  itemsShow,
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
  rulesShow,
  targetsDrop,
  targetsEdit,
  targetsSave,
  targetsShow,
  targetsSubmit,
  trackEdit,
  trackSave,
  roadmapShow,
];
