import { adjustApprove } from './adjustments/adjust-approve.ts';
import { adjustForm } from './adjustments/adjust-form.ts';
import { adjustOpen } from './adjustments/adjust-open.ts';
import { adjustPropose } from './adjustments/adjust-propose.ts';
import { adjustReject } from './adjustments/adjust-reject.ts';
import { adjustWithdraw } from './adjustments/adjust-withdraw.ts';
import { briefEvidence } from './brief/brief-evidence.ts';
import { briefShow } from './brief/brief-show.ts';
import type { Action } from './define-action.ts';
import { exportMake } from './export/export-make.ts';
import { exportShow } from './export/export-show.ts';
import { gradesApprove } from './grades/grades-approve.ts';
import { gradesOpen } from './grades/grades-open.ts';
import { gradesPropose } from './grades/grades-propose.ts';
import { gradesReject } from './grades/grades-reject.ts';
import { gradesShow } from './grades/grades-show.ts';
import { gradesWithdraw } from './grades/grades-withdraw.ts';
import { importConfirm } from './import/import-confirm.ts';
import { importDrop } from './import/import-drop.ts';
import { importShow } from './import/import-show.ts';
import { benchmarkSet } from './indicators/benchmark-set.ts';
import { benchmarkShow } from './indicators/benchmark-show.ts';
import { indicatorShow } from './indicators/indicator-show.ts';
import { indicatorUrge } from './indicators/indicator-urge.ts';
import { parkedDrop } from './parked/parked-drop.ts';
import { parkedDropAsk } from './parked/parked-drop-ask.ts';
import { parkedRetry } from './parked/parked-retry.ts';
import { parkedRetryAll } from './parked/parked-retry-all.ts';
import { parkedShow } from './parked/parked-show.ts';
import { bindSubmit } from './people/bind-submit.ts';
import { chatRegister } from './people/chat-register.ts';
import { problemAccept } from './problems/problem-accept.ts';
import { problemAnswer } from './problems/problem-answer.ts';
import { problemAssign } from './problems/problem-assign.ts';
import { problemBack } from './problems/problem-back.ts';
import { problemClose } from './problems/problem-close.ts';
import { problemContact } from './problems/problem-contact.ts';
import { problemOpen } from './problems/problem-open.ts';
import { problemPause } from './problems/problem-pause.ts';
import { problemRate } from './problems/problem-rate.ts';
import { problemRefuse } from './problems/problem-refuse.ts';
import { problemReturn } from './problems/problem-return.ts';
import { problemSolved } from './problems/problem-solved.ts';
import { problemSubmit } from './problems/problem-submit.ts';
import { problemSupplement } from './problems/problem-supplement.ts';
import { problemSupplementOpen } from './problems/problem-supplement-open.ts';
import { fairnessCheck } from './published/fairness-check.ts';
import { fairnessShow } from './published/fairness-show.ts';
import { publishAsk } from './published/publish-ask.ts';
import { publishDo } from './published/publish-do.ts';
import { publishDrafts } from './published/publish-drafts.ts';
import { publishExport } from './published/publish-export.ts';
import { publishedList } from './published/published-list.ts';
import { publishedShow } from './published/published-show.ts';
import { rankingShow } from './ranking/ranking-show.ts';
import { evidenceAttach } from './reporting/evidence-attach.ts';
import { reportAnswer } from './reporting/report-answer.ts';
import { reportBack } from './reporting/report-back.ts';
import { reportCancel } from './reporting/report-cancel.ts';
import { reportConfirm } from './reporting/report-confirm.ts';
import { reportCorrect } from './reporting/report-correct.ts';
import { reportCorrectSubmit } from './reporting/report-correct-submit.ts';
import { reportSubmit } from './reporting/report-submit.ts';
import { itemSave } from './rules/item-save.ts';
import { itemsShow } from './rules/items-show.ts';
import { rulesShow } from './rules/rules-show.ts';
import { targetsDrop } from './rules/targets-drop.ts';
import { targetsEdit } from './rules/targets-edit.ts';
import { targetsSave } from './rules/targets-save.ts';
import { targetsShow } from './rules/targets-show.ts';
import { targetsSubmit } from './rules/targets-submit.ts';
import { trackEdit } from './rules/track-edit.ts';
import { trackSave } from './rules/track-save.ts';
import { auditShow } from './trail/audit-show.ts';
import { confirmAsk } from './values/confirm-ask.ts';
import { confirmDecide } from './values/confirm-decide.ts';
import { confirmShow } from './values/confirm-show.ts';
import { evidenceGet } from './values/evidence-get.ts';
import { lockAsk } from './values/lock-ask.ts';
import { lockEnd } from './values/lock-end.ts';
import { lockReopen } from './values/lock-reopen.ts';
import { lockSet } from './values/lock-set.ts';
import { lockShow } from './values/lock-show.ts';
import { valueCorrect } from './values/value-correct.ts';
import { valueShow } from './values/value-show.ts';
import { compareShow } from './working/compare-show.ts';
import { explainShow } from './working/explain-show.ts';
import { roadmapShow } from './working/roadmap-show.ts';

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
  problemPause,
  problemRate,
  problemRefuse,
  problemReturn,
  problemSolved,
  problemSubmit,
  problemSupplement,
  problemSupplementOpen,
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
