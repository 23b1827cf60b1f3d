import { reportCorrect as button } from '#cards/reporting/report-buttons.ts';
import { reportCorrectCard } from '#cards/reporting/report-correct.ts';
import { loadDraft } from '../../operations/reporting/load-draft.ts';
import { seeCorrection } from '../../operations/reporting/see-correction.ts';
import { defineAction } from '../define-action.ts';
import { draftReply } from './draft-reply.ts';

/** 更正: the card becomes the form. */
export const reportCorrect = defineAction({
  button,
  permission: 'report',
  once: false,
  async run(context, { draft: id, page }) {
    const { tx, actor, now, frame, knowledge } = context;
    const draft = await loadDraft(tx, id, actor);
    const book = await knowledge.book();
    const seen = seeCorrection(book, { draft, actor, now });
    const card = reportCorrectCard({ demo: frame.demo, ...seen, page: page ?? 1 });
    return draftReply(context, draft, { book, cardIn: () => card });
  },
});
