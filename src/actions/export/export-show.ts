import { exportCard, exportListCard } from '#cards/export/export.ts';
import { exportShow as button } from '#cards/export/export-buttons.ts';
import { seeExportChoices, seeExportList } from '../../operations/export/see-export-choices.ts';
import { checkRankedPeriod } from '../../operations/periods/check-ranked-period.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

/** Another period, or the list behind a choice: the pressed card becomes it. */
export const exportShow = defineAction({
  button,
  permission: 'export',
  once: false,
  async run({ actor, now, frame, knowledge, place }, { list, period }, { option = '' }) {
    // The card holds what its reader may see; it is only ever sent to one.
    if (place.type !== 'private') throw errors.foreignCard();
    const book = await knowledge.book();
    const choosing = { actor, now, period: checkRankedPeriod(period, now, book) };
    const { demo } = frame;
    if (list === undefined)
      return { replace: { card: exportCard({ demo, ...seeExportChoices(book, choosing) }) } };
    const seen = seeExportList(book, { ...choosing, list, of: option });
    if (!seen) throw errors.badInput('没有这一项，请重新发送 /导出。');
    return { replace: { card: exportListCard({ demo, list, period, ...seen }) } };
  },
});
