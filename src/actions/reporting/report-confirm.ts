import { reportConfirm as button } from '#cards/reporting/report-buttons.ts';
import { lateReasonField, reportConfirmCard } from '#cards/reporting/report-confirm.ts';
import { reportRecordedCard } from '#cards/reporting/report-recorded.ts';
import type { Context } from '../../context.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { Place } from '../../domain/people/actor.ts';
import { cadreNames } from '../../operations/people/cadre-names.ts';
import { draftsHiddenFrom } from '../../operations/ranking/result-drafts.ts';
import { readNote } from '../../operations/read-note.ts';
import { loadDraft } from '../../operations/reporting/load-draft.ts';
import { recordDraft } from '../../operations/reporting/record-draft.ts';
import { seeDraft } from '../../operations/reporting/see-draft.ts';
import { seeRecorded } from '../../operations/reporting/see-recorded.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Doc } from '../../store/collections.ts';
import { defineAction } from '../define-action.ts';
import { draftReply } from './draft-reply.ts';

/** A value came since the card was shown: it would be replaced by one of which nobody said so. */
async function shownAgain(context: Context, draft: Doc<'drafts'>, book: Book): Promise<Reply> {
  const { tx, actor, now, frame } = context;
  const view = await seeDraft(tx, book, { draft, actor, now });
  const toast = { type: 'warning' as const, content: '本期的数值刚有变化，请核对后再点一次确认' };
  return draftReply(context, draft, {
    book,
    cardIn: () => reportConfirmCard({ demo: frame.demo, ...view }),
    toast,
  });
}

/** 确认上报: records the draft; the card becomes what was recorded, for everyone who sees it. */
export const reportConfirm = defineAction({
  button,
  permission: 'report',
  once: true,
  async run(context, { draft: id, seen }, { form }) {
    const { tx, actor, now, frame, knowledge } = context;
    const book = await knowledge.book();
    const draft = await loadDraft(tx, id, actor);
    const lateReason = readNote(form[lateReasonField]);
    const reports = await recordDraft(tx, { draft: id, actor, book, now, seen, lateReason });
    if (!reports) return shownAgain(context, draft, book);
    const nameOf = await cadreNames(tx);
    // A report makes a new state, which nobody has published.
    const hidden = await draftsHiddenFrom(tx, actor);
    const cardIn = (place: Place) => {
      const effects = seeRecorded(book, { reports, actor, place, now, nameOf, hideEffects: hidden(place) });
      return reportRecordedCard({
        demo: frame.demo,
        state: 'recorded',
        by: actor.name,
        at: now,
        ...effects,
      });
    };
    const toast = { type: 'success' as const, content: `已记录 ${reports.length} 项` };
    return draftReply(context, draft, { book, cardIn, toast });
  },
});
