import { importsAllValues, missingForImport } from '../authorize/may-import.ts';
import { mayReport } from '../authorize/may-report.ts';
import { permissionOf } from '../authorize/permissions.ts';
import type { Book } from '../domain/assessment/book.ts';
import { findAssignment } from '../domain/assessment/find-assignment.ts';
import type { ImportPlan } from '../domain/import/import-plan.ts';
import type { ImportRecord } from '../domain/import/import-record.ts';
import { limitReports } from '../domain/import/limit-reports.ts';
import { summarisePlan } from '../domain/import/summarise-plan.ts';
import type { Actor } from '../domain/people/actor.ts';
import { errors } from '../shared/errors.ts';

/** A plan as its person may carry it out. */
export interface AllowedPlan {
  readonly plan: ImportPlan;
  /** Values left out since they may not report them. */
  readonly foreign: number;
}

/** Leaves of a plan what the person may bring in (domain §1); throws `not_allowed` for kinds that they may not import, `bad_input` when no sheet is known. */
export function allowedPlan(plan: ImportPlan, actor: Actor, book: Book): AllowedPlan {
  const kinds = plan.sheets.flatMap(({ kind }) => (kind === null ? [] : [kind]));
  if (kinds.length === 0) {
    throw errors.badInput(
      '没有认出这个工作簿：表头不是单位、干部、专班、指标、赛道、对标、目标任务分解或进度表的。没有导入任何内容。',
    );
  }
  const [lacking] = missingForImport(actor, kinds);
  if (lacking) {
    const who = lacking === 'import.roster' ? '系统管理员' : '考核办';
    throw errors.notAllowed(
      `您的身份不能${permissionOf(lacking).name}，没有导入任何内容`,
      `请交由${who}导入`,
    );
  }
  if (importsAllValues(actor)) return { plan, foreign: 0 };
  return limitReports(plan, (report) => {
    const assignment = findAssignment(book, report);
    return assignment !== undefined && mayReport(actor, assignment);
  });
}

interface Opening extends AllowedPlan {
  readonly id: string;
  readonly digest: string;
  readonly actor: Actor;
  readonly at: string;
  readonly file: ImportRecord['file'];
}

/** The record of a workbook that waits for its sender's word. */
export function openedImport({ id, plan, foreign, digest, actor, at, file }: Opening): ImportRecord {
  return {
    ...{ id, digest, at, file, foreign, state: 'open' },
    ...{ person: actor.openId, by: actor.id },
    ...summarisePlan(plan),
  };
}

/** Who signs what a workbook brings in, and when: the moment it was sent, so that a second reading gives the same. */
export function momentOf({ by, at }: Pick<ImportRecord, 'by' | 'at'>) {
  return { by, at };
}
