import { reportCorrectSubmit as button } from '#cards/reporting/report-buttons.ts';
import { reportConfirmCard } from '#cards/reporting/report-confirm.ts';
import { correctionFields } from '#cards/reporting/report-correct.ts';
import { type Correction, correctDraft } from '../../operations/reporting/correct-draft.ts';
import { seeDraft } from '../../operations/reporting/see-draft.ts';
import { defineAction, type Press } from '../define-action.ts';
import { draftReply } from './draft-reply.ts';

/** What an empty field says on the platform is not documented (fact sheet §2.2): all four mean “not given”. */
function given(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The corrections of the items on the submitted page; a field that the page does not show is absent. */
function correctionsIn(form: Press['form']): Map<number, Correction> {
  const shown = Object.keys(form).flatMap((name) => /^value_(\d{1,3})$/.exec(name)?.[1] ?? []);
  return new Map(
    shown.map((digits) => {
      const names = correctionFields(Number(digits));
      const correction: Correction = {
        drop: form[names.keep] === 'drop',
        indicator: given(form[names.indicator]),
        unit: given(form[names.unit]),
        period: given(form[names.period]),
        value: given(form[names.value]),
        note: form[names.note],
      };
      return [Number(digits), correction];
    }),
  );
}

/** Takes the correcting form; the card becomes the confirmation card with what was corrected. */
export const reportCorrectSubmit = defineAction({
  button,
  permission: 'report',
  once: false,
  async run(context, { draft: id }, { form }) {
    const { tx, actor, now, frame, knowledge } = context;
    const book = await knowledge.book();
    const draft = await correctDraft(tx, { draft: id, corrections: correctionsIn(form), actor, book, now });
    const card = reportConfirmCard({
      demo: frame.demo,
      ...(await seeDraft(tx, book, { draft, actor, now })),
    });
    const toast = { type: 'info' as const, content: '已更正，请核对后确认' };
    return draftReply(context, draft, { book, cardIn: () => card, toast });
  },
});
