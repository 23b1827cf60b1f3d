import { reportBack as button } from '#cards/reporting/report-buttons.ts';
import { reportConfirmCard } from '#cards/reporting/report-confirm.ts';
import { loadDraft } from '../../operations/reporting/load-draft.ts';
import { seeDraft } from '../../operations/reporting/see-draft.ts';
import { defineAction } from '../define-action.ts';
import { draftReply } from './draft-reply.ts';

/** 返回: the form becomes the confirmation card again, nothing changed. */
export const reportBack = defineAction({
  button,
  permission: 'report',
  once: false,
  async run(context, { draft: id }) {
    const { tx, actor, now, frame, knowledge } = context;
    const draft = await loadDraft(tx, id, actor);
    const book = await knowledge.book();
    const seen = await seeDraft(tx, book, { draft, actor, now });
    return draftReply(context, draft, {
      book,
      cardIn: () => reportConfirmCard({ demo: frame.demo, ...seen }),
    });
  },
});
