import { briefCard } from '#cards/brief/brief.ts';
import { briefShow as button } from '#cards/brief/brief-buttons.ts';
import { keepBrief } from '../../documents/brief/keep-brief.ts';
import { checkBriefPlace } from '../../operations/brief/check-brief-place.ts';
import { seeBrief } from '../../operations/brief/see-brief.ts';
import { checkRankedPeriod } from '../../operations/periods/check-ranked-period.ts';
import { exportMark } from '../../operations/trail/trail-filter.ts';
import { defineAction } from '../define-action.ts';

/** The brief of another period in place of the pressed card, or its page in Word. */
export const briefShow = defineAction({
  button,
  permission: 'brief',
  once: false,
  async run({ tx, place, now, frame, files, calendar, knowledge }, { period, page }) {
    checkBriefPlace(place);
    const book = await knowledge.book();
    checkRankedPeriod(period, now, book);
    const seen = await seeBrief(tx, book, { period, now, calendar });
    if (!page) return { replace: { card: briefCard({ ...frame, ...seen }) } };
    const file = await keepBrief(files, seen, { ...frame, ruleVersion: seen.ruleVersion });
    tx.because(`${exportMark}：${seen.title}`);
    return { here: [{ file }] };
  },
});
