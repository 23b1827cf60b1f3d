import type { Instant } from '../../../shared/time.ts';
import type { Period } from '../../calendar/period.ts';
import { isOverdue, type WorkCalendar } from '../../calendar/work-calendar.ts';
import type { ImportBase, ImportPlan } from './import-plan.ts';
import type { LimitedPlan } from './limit-plan.ts';
import { putOf, type RuleNews, ruleNews } from './rule-news.ts';
import { type ImportSummary, summarisePlan } from './summarise-plan.ts';

/** What is told of a plan before it is carried out: little, however much it would write. */
export interface ImportPreview extends Pick<ImportPlan, 'sheets' | 'problems' | 'held' | 'unlisted'> {
  readonly summary: ImportSummary;
  /** Values left out: not that person's to report, of locked months. */
  readonly foreign: number;
  readonly locked: number;
  readonly rules: readonly RuleNews[];
  /** How many values would come in of each period. */
  readonly periods: readonly (readonly [Period, number])[];
}

/** The preview of a plan against what the store holds. */
export function previewPlan({ plan, foreign, locked }: LimitedPlan, base: ImportBase): ImportPreview {
  const periods = new Map<Period, number>();
  for (const { period } of putOf(plan.changes.reports)) periods.set(period, (periods.get(period) ?? 0) + 1);
  const { sheets, problems, held, unlisted } = plan;
  return {
    ...{ sheets, problems, held, unlisted, foreign, locked },
    summary: summarisePlan(plan),
    rules: ruleNews(plan, base),
    periods: [...periods],
  };
}

/** How many of the values would come after the due day of their period (迟报). */
export function lateIn(
  { periods }: Pick<ImportPreview, 'periods'>,
  calendar: WorkCalendar,
  now: Instant,
): number {
  return periods.reduce((sum, [period, count]) => sum + (isOverdue(calendar, period, now) ? count : 0), 0);
}
