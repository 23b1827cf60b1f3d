import { evidenceAttach as button } from '#cards/evidence/evidence-buttons.ts';
import { evidenceAttachedCard } from '#cards/values/evidence.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import { attachToAdjustment } from '../../operations/adjustments/attach-to-adjustment.ts';
import { attachEvidence } from '../../operations/reporting/attach-evidence.ts';
import { errors } from '../../shared/errors.ts';
import { adjustAttached } from '../adjustments/adjust-reply.ts';
import { defineAction } from '../define-action.ts';

/** Attaches the file that was sent to the chosen report, or to a proposed bonus, deduction or veto; the card says to which. */
export const evidenceAttach = defineAction({
  button,
  permission: 'evidence',
  once: false,
  async run(context, { hash, name, report, proposal }, { option }) {
    const { tx, actor, now, frame, knowledge } = context;
    const file = { hash, name };
    if (proposal !== undefined)
      return adjustAttached(context, await attachToAdjustment(tx, { id: proposal, file, actor, now }));
    const id = report ?? option;
    if (!id) throw errors.badInput('请选择附到哪一项上报。');
    const book = await knowledge.book();
    const attached = await attachEvidence(tx, { report: id, file, actor, book, now });
    const indicator = book.indicator(attached.indicator);
    const card = evidenceAttachedCard({
      demo: frame.demo,
      file: name,
      report: attached.id,
      indicator: indicator.name,
      unitName: book.unit(attached.unit).short_name,
      period: attached.period,
      value: withMeasure(attached.value, indicator),
      files: attached.files?.length ?? 0,
    });
    return { replace: { card }, toast: { type: 'success', content: '已附上' } };
  },
});
