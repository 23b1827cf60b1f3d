import { z } from 'zod';
import { reportSubmit as button } from '#cards/reporting/report-buttons.ts';
import { reportConfirmCard } from '#cards/reporting/report-confirm.ts';
import { draftOfForm } from '../../operations/reporting/draft-of-form.ts';
import { seeDraft } from '../../operations/reporting/see-draft.ts';
import { defineAction } from '../define-action.ts';
import { draftReply } from './draft-reply.ts';

const text = (say: string) => z.string(say).trim().min(1, say);

const formSchema = z.object({
  indicator: text('请选择指标。'),
  unit: z.string().trim().optional().catch(undefined),
  period: text('请选择时期。'),
  value: text('请填写完成值。').max(40, '完成值太长，请只填数字。'),
  note: z.unknown().optional(),
});

/** Takes the report form; the card becomes the confirmation card, nothing is recorded yet. */
export const reportSubmit = defineAction({
  button,
  permission: 'report',
  once: false,
  async run(context, _payload, press) {
    const { tx, actor, now, frame, knowledge } = context;
    const book = await knowledge.book();
    const filled = formSchema.parse(press.form);
    const draft = await draftOfForm(tx, { filled, actor, book, now });
    const card = reportConfirmCard({
      demo: frame.demo,
      ...(await seeDraft(tx, book, { draft, actor, now })),
    });
    return draftReply(context, draft, { book, cardIn: () => card });
  },
});
