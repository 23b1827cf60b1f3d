import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import { afterDifference } from '../../domain/assessment/records/rule-change.ts';
import { type RuleDraft, ruleDraftId } from '../../domain/assessment/records/rule-draft.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** Which unit's targets, in which year. */
export interface TargetsOf {
  readonly unit: string;
  readonly year: number;
}

/** A unit's assignments of a year as they are and as its draft would have them. */
export async function targetsOf(tx: ReadTx, { unit, year }: TargetsOf) {
  const found = await tx.find('assignments', { index: 'unit', key: unit });
  const today: readonly Assignment[] = found.filter((assignment) => assignment.year === year);
  const draft: RuleDraft | undefined = await tx.get('rule_drafts', ruleDraftId(unit, year));
  return { today, draft, planned: draft ? afterDifference(today, draft.changes) : today };
}
