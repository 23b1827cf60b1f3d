import { briefEvidence as button } from '#cards/brief/brief-buttons.ts';
import { briefEvidenceCard } from '#cards/brief/brief-evidence.ts';
import { checkBriefPlace } from '../../operations/brief/check-brief-place.ts';
import { seeBriefEvidence } from '../../operations/brief/see-brief-evidence.ts';
import { checkRankedPeriod } from '../../operations/periods/check-ranked-period.ts';
import { defineAction } from '../define-action.ts';

/** 看依据: what a decision of the brief rests on, as a new card; turning a page replaces it. */
export const briefEvidence = defineAction({
  button,
  permission: 'brief',
  once: false,
  async run({ tx, actor, place, now, frame, calendar, knowledge }, { period, kind, page }) {
    checkBriefPlace(place);
    const book = await knowledge.book();
    checkRankedPeriod(period, now, book);
    const seen = await seeBriefEvidence(tx, book, { kind, period, now, calendar, actor, place });
    const card = briefEvidenceCard({ ...frame, ...seen, page: page ?? 1 });
    return page === undefined ? { here: [{ card }] } : { replace: { card } };
  },
});
