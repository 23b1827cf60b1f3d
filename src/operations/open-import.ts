import { setImmediate as nextTurn } from 'node:timers/promises';
import { holds } from '../authorize/authorize.ts';
import { importsAllValues, missingForImport } from '../authorize/may-import.ts';
import { mayReport } from '../authorize/may-report.ts';
import { permissionOf } from '../authorize/permissions.ts';
import type { Assignment } from '../domain/assessment/assignment.ts';
import { isOpenFor, lockMonthOf, type PeriodLock } from '../domain/assessment/period-lock.ts';
import type { Report } from '../domain/assessment/report.ts';
import { yearOf } from '../domain/calendar/period.ts';
import type { ImportBase, ImportPlan } from '../domain/import/import-plan.ts';
import type { ImportRecord } from '../domain/import/import-record.ts';
import { asSubmitted, limitReports } from '../domain/import/limit-reports.ts';
import { summarisePlan } from '../domain/import/summarise-plan.ts';
import type { Actor } from '../domain/people/actor.ts';
import { errors } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';

/** A plan as its person may carry it out, and how many values were left out: not theirs to report, of locked months. */
export interface AllowedPlan extends Pick<ImportRecord, 'foreign' | 'locked'> {
  readonly plan: ImportPlan;
}

/** What decides it beside the person. */
export interface ImportSetting {
  readonly assignments: readonly Assignment[];
  readonly locks: readonly PeriodLock[];
  readonly now: Instant;
}

/** Throws `not_allowed` for kinds of sheet that the person may not import (domain §1), `bad_input` when no sheet is known. */
export function checkKinds(plan: ImportPlan, actor: Actor): void {
  const kinds = plan.sheets.flatMap(({ kind }) => (kind === null ? [] : [kind]));
  if (kinds.length === 0) {
    throw errors.badInput(
      '没有认出这个工作簿：表头不是单位、干部、专班、指标、赛道、对标、目标任务分解或进度表的。没有导入任何内容。',
    );
  }
  const [lacking] = missingForImport(actor, kinds);
  if (lacking === undefined) return;
  const who = lacking === 'import.roster' ? '系统管理员' : '考核办';
  throw errors.notAllowed(
    `您的身份不能${permissionOf(lacking).name}，没有导入任何内容`,
    kinds.includes('reports') && holds(actor, 'import.values')
      ? `请交由${who}导入，或只留进度表重新发送`
      : `请交由${who}导入`,
  );
}

/** Who reports each value that the person may report; undefined for others’. */
function reporters(actor: Actor, assignments: readonly Assignment[]): (report: Report) => string | undefined {
  const keyOf = (unit: string, indicator: string, year: number) => `${unit}|${indicator}|${year}`;
  const own = new Map(
    assignments
      .filter((assignment) => mayReport(actor, assignment))
      .map(({ unit, indicator, year, reporter }) => [keyOf(unit, indicator, year), reporter]),
  );
  return ({ unit, indicator, period }) => own.get(keyOf(unit, indicator, yearOf(period)));
}

/** Reports between two turns of the loop: some milliseconds. */
const perTurn = 20_000;

/**
 * What a workbook of this person is compared with: of the values only those they may report. A preview and its warnings would else tell
 * what others’ values are, or whether a guess is right (domain §8).
 */
export async function baseFor(actor: Actor, base: ImportBase): Promise<ImportBase> {
  if (importsAllValues(actor)) return base;
  const reporterOf = reporters(actor, base.assignments);
  const reports: Report[] = [];
  for (const [index, report] of base.reports.entries()) {
    if (reporterOf(report) !== undefined) reports.push(report);
    if (index % perTurn === perTurn - 1) await nextTurn();
  }
  return { ...base, reports };
}

function openMonths({ locks, now }: ImportSetting): (report: Report) => boolean {
  const byMonth = new Map(locks.map((lock) => [lock.id, lock]));
  return (report) => {
    const lock = byMonth.get(lockMonthOf(report.period));
    return lock === undefined || isOpenFor(lock, report, now);
  };
}

/** Leaves of a plan what the person may bring in now: the assessment office every value, a cadre their own for others to confirm, nobody those of locked months. */
export function allowedPlan(plan: ImportPlan, actor: Actor, setting: ImportSetting): AllowedPlan {
  checkKinds(plan, actor);
  const open = limitReports(plan, openMonths(setting));
  if (importsAllValues(actor)) return { plan: open.plan, foreign: 0, locked: open.leftOut };
  const reporterOf = reporters(actor, setting.assignments);
  const own = limitReports(open.plan, (report) => reporterOf(report) !== undefined);
  return { plan: asSubmitted(own.plan, reporterOf), foreign: own.leftOut, locked: open.leftOut };
}

interface Opening extends AllowedPlan, Pick<ImportRecord, 'id' | 'digest' | 'at' | 'file'> {
  readonly actor: Actor;
}

/** The record of a workbook that waits for its sender's word. */
export function openedImport({ plan, actor, ...opening }: Opening): ImportRecord {
  const { id, foreign, locked, digest, at, file } = opening;
  return {
    ...{ id, digest, at, file, foreign, locked, state: 'open' },
    ...{ person: actor.openId, by: actor.id },
    ...summarisePlan(plan),
  };
}
