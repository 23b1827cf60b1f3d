import type { ImportPlan } from '#src/domain/import/plan/import-plan.ts';

/** What is marked in the annotated copy of a workbook. */
export type Annotations = Pick<ImportPlan, 'problems' | 'held' | 'unlisted'>;
