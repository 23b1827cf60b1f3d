import { setImmediate as nextTurn } from 'node:timers/promises';
import { holds } from '../../authorize/authorize.ts';
import { importsAllValues, missingForImport } from '../../authorize/may-import.ts';
import { mayReport } from '../../authorize/may-report.ts';
import { permissionOf } from '../../authorize/permissions.ts';
import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import type { Report } from '../../domain/assessment/records/report.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { ImportBase, SheetReading } from '../../domain/import/plan/import-plan.ts';
import { type ImportPreview, lateIn } from '../../domain/import/plan/import-preview.ts';
import type { ImportRecord } from '../../domain/import/plan/import-record.ts';
import { type ImportLimits, reporterIn, taskKey } from '../../domain/import/plan/limit-plan.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { usualStart } from '../rules/change-rules.ts';
import { startMonths } from '../rules/see-targets.ts';

/** Throws `not_allowed` for kinds of sheet that the person may not import (domain §1), `bad_input` when no sheet is known. */
export function checkKinds(sheets: readonly SheetReading[], actor: Actor): void {
  const kinds = sheets.flatMap(({ kind }) => (kind === null ? [] : [kind]));
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

/** What of a workbook's values the person may bring in now. */
export function limitsFor(
  actor: Actor,
  { assignments, ...setting }: Omit<ImportLimits, 'tasks'> & { readonly assignments: readonly Assignment[] },
): ImportLimits {
  if (importsAllValues(actor)) return { ...setting, tasks: null };
  const own = assignments.filter((assignment) => mayReport(actor, assignment));
  return { ...setting, tasks: new Map(own.map((task) => [taskKey(task), task.reporter])) };
}

/** Reports between two turns of the loop: some milliseconds. */
const perTurn = 20_000;

/**
 * What a workbook of this person is compared with: of the values only those they may report. A preview and its warnings would else tell
 * what others’ values are, or whether a guess is right (domain §8).
 */
export async function baseFor({ tasks }: ImportLimits, base: ImportBase): Promise<ImportBase> {
  if (tasks === null) return base;
  const reporterOf = reporterIn(tasks);
  const reports: Report[] = [];
  for (const [index, report] of base.reports.entries()) {
    if (reporterOf(report) !== undefined) reports.push(report);
    if (index % perTurn === perTurn - 1) await nextTurn();
  }
  return { ...base, reports };
}

interface Opening extends Pick<ImportRecord, 'id' | 'at' | 'file'> {
  readonly preview: ImportPreview & Pick<ImportRecord, 'digest'>;
  readonly actor: Actor;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
}

/** Each year's changes of the rules with from when they would hold, and from when they may. */
export async function seeRuleNews(tx: ReadTx, { rules }: Pick<ImportPreview, 'rules'>, now: Instant) {
  const seen = [];
  for (const { year, total, first } of rules) {
    const starts = (await startMonths(tx, year)).map(({ value }) => value);
    seen.push({ year, total, first: [...first], from: await usualStart(tx, { year, now }), starts });
  }
  return seen;
}

/** The record of a workbook that waits for its sender's word. */
export async function openedImport(tx: ReadTx, opening: Opening): Promise<ImportRecord> {
  const { id, at, file, preview, actor, calendar, now } = opening;
  const { foreign, locked, digest } = preview;
  return {
    ...{ id, digest, at, file, foreign, locked, state: 'open' },
    ...{ person: actor.openId, by: actor.id },
    ...preview.summary,
    late: lateIn(preview, calendar, now),
    rules: await seeRuleNews(tx, preview, now),
  };
}
