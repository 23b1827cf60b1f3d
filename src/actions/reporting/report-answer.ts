import { reportAnswer as button } from '#cards/reporting/report-buttons.ts';
import { reportConfirmCard } from '#cards/reporting/report-confirm.ts';
import { answerAsk, leaveOutAsk } from '../../operations/reporting/answer-ask.ts';
import { seeDraft } from '../../operations/reporting/see-draft.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';
import { draftReply } from './draft-reply.ts';

/** One tap on a choice: the answer is taken and the card asks the next question, or can be confirmed. */
export const reportAnswer = defineAction({
  button,
  permission: 'report',
  once: false,
  async run(context, { draft: id, ask, choice, leave }, { option }) {
    const { tx, actor, now, frame, knowledge, calendar } = context;
    const chosen = choice ?? option;
    if (!chosen && !leave) throw errors.badInput('请先选择。');
    const book = await knowledge.book();
    const vocabulary = await knowledge.vocabulary();
    const asked = { draft: id, ask, actor };
    const draft = chosen
      ? await answerAsk(tx, { ...asked, choice: chosen, book, now, calendar, vocabulary })
      : await leaveOutAsk(tx, asked);
    const card = reportConfirmCard({
      demo: frame.demo,
      ...(await seeDraft(tx, book, { draft, actor, now })),
    });
    return draftReply(context, draft, { book, cardIn: () => card });
  },
});
