import { reportConfirm as button } from '#cards/assessment/report-buttons.ts';
import { reportRecordedCard } from '#cards/assessment/report-recorded.ts';
import { recordDraft } from '../operations/record-draft.ts';
import { seeRecorded } from '../operations/see-recorded.ts';
import { defineAction } from './define-action.ts';

/** 确认上报: records the draft; the card becomes what was recorded, for everyone who sees it. */
export const reportConfirm = defineAction({
  button,
  permission: 'report',
  once: true,
  async run({ tx, actor, place, now, frame, knowledge }, { draft }) {
    const book = await knowledge.book();
    const reports = await recordDraft(tx, { draft, actor, book, now });
    const seen = seeRecorded(book, { reports, actor, place, now });
    const card = reportRecordedCard({
      demo: frame.demo,
      state: 'recorded',
      by: actor.name,
      at: now,
      ...seen,
    });
    return { replace: { card }, toast: { type: 'success', content: `已记录 ${reports.length} 项` } };
  },
});
