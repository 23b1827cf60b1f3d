import type { Sheet } from '../../domain/import/cells/sheet.ts';
import type { ImportBase, ImportMoment, ImportPlan } from '../../domain/import/plan/import-plan.ts';
import { type ImportPreview, previewPlan } from '../../domain/import/plan/import-preview.ts';
import { type ImportLimits, limitPlan } from '../../domain/import/plan/limit-plan.ts';
import { planImport } from '../../domain/import/plan-import.ts';
import { planDigest } from './plan-digest.ts';

/** A preview with the mark of just that plan. */
export interface MarkedPreview extends ImportPreview {
  readonly digest: string;
}

/** What a plan is drawn up from, beside the workbook itself. */
export interface PlanSetting {
  readonly base: ImportBase;
  readonly moment: ImportMoment;
  readonly limits: ImportLimits;
}

/** Plans an import as its person may carry it out. Takes seconds with large workbooks: call it in a worker. */
export function drawUpPlan(
  sheets: readonly Sheet[],
  { base, moment, limits }: PlanSetting,
): { preview: MarkedPreview; plan: ImportPlan } {
  const limited = limitPlan(planImport(sheets, base, moment), limits);
  const digest = planDigest(limited.plan);
  return { preview: { ...previewPlan(limited, base), digest }, plan: limited.plan };
}
