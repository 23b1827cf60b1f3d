import { reportCancel as button } from '#cards/reporting/report-buttons.ts';
import { reportRecordedCard } from '#cards/reporting/report-recorded.ts';
import { cancelDraft } from '../../operations/reporting/cancel-draft.ts';
import { defineAction } from '../define-action.ts';

/** 取消: the draft is dropped, nothing is recorded. */
export const reportCancel = defineAction({
  button,
  permission: 'report',
  once: true,
  async run({ tx, actor, now, frame }, { draft }) {
    await cancelDraft(tx, { draft, actor });
    const card = reportRecordedCard({
      demo: frame.demo,
      state: 'cancelled',
      by: actor.name,
      at: now,
      items: [],
    });
    return { replace: { card }, toast: { type: 'info', content: '已取消，没有记录' } };
  },
});
