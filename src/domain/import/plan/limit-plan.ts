import type { Instant } from '../../../shared/time.ts';
import type { Assignment } from '../../assessment/records/assignment.ts';
import { isOpenFor, lockMonthOf, type PeriodLock } from '../../assessment/records/period-lock.ts';
import type { Report } from '../../assessment/records/report.ts';
import { yearOf } from '../../calendar/period.ts';
import type { ImportPlan } from './import-plan.ts';
import { asSubmitted, limitReports } from './limit-reports.ts';

/** What of a workbook's values a person may bring in now; plain data, since it crosses to the thread that reads. */
export interface ImportLimits {
  /** Each task that the person may report, by `taskKey`, with whose it is; null: every value may come in, and counts at once. */
  readonly tasks: ReadonlyMap<string, string> | null;
  readonly locks: readonly PeriodLock[];
  readonly now: Instant;
}

/** A plan as its person may carry it out, and how many values were left out: not theirs to report, of locked months. */
export interface LimitedPlan {
  readonly plan: ImportPlan;
  readonly foreign: number;
  readonly locked: number;
}

/** Under which `ImportLimits` knows a task. */
export function taskKey({ unit, indicator, year }: Pick<Assignment, 'unit' | 'indicator' | 'year'>): string {
  return `${unit}|${indicator}|${year}`;
}

/** Whose task a value is, among those that may be reported; undefined for others’. */
export function reporterIn(tasks: ReadonlyMap<string, string>): (report: Report) => string | undefined {
  return ({ unit, indicator, period }) => tasks.get(taskKey({ unit, indicator, year: yearOf(period) }));
}

function openMonths({ locks, now }: ImportLimits): (report: Report) => boolean {
  const byMonth = new Map(locks.map((lock) => [lock.id, lock]));
  return (report) => {
    const lock = byMonth.get(lockMonthOf(report.period));
    return lock === undefined || isOpenFor(lock, report, now);
  };
}

/** Leaves of a plan what may come in: of the assessment office every value, of a cadre their own for others to confirm, of nobody those of locked months. */
export function limitPlan(plan: ImportPlan, limits: ImportLimits): LimitedPlan {
  const open = limitReports(plan, openMonths(limits));
  if (limits.tasks === null) return { plan: open.plan, foreign: 0, locked: open.leftOut };
  const reporterOf = reporterIn(limits.tasks);
  const own = limitReports(open.plan, (report) => reporterOf(report) !== undefined);
  return { plan: asSubmitted(own.plan, reporterOf), foreign: own.leftOut, locked: open.leftOut };
}
