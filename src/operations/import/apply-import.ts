import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RuleVersion } from '../../domain/assessment/records/rule-version.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { changeRules } from '../rules/change-rules.ts';
import { plainCollections, type ReadyPlan } from './ready-plan.ts';

/** What the person who confirms an import says of it. */
export interface ImportReasons {
  /** Why the rules are changed; needed when they are. */
  readonly rules?: string | undefined;
  /** From which period changed rules hold, one of their year at most; a year without one has its usual start. */
  readonly since: readonly Period[];
}

interface Applying {
  /** Who confirmed: what rule versions are signed with. */
  readonly by: string;
  /** What the journal says. */
  readonly why: string;
  /** What the workbook is called. */
  readonly name: string;
  readonly now: Instant;
  readonly reasons: ImportReasons;
}

/** Records between two turns of the loop: some milliseconds. */
const perTurn = 500;

/**
 * Writes what `readyPlan` gave within this transaction; the new rule versions, one a year, none where no rule changes. Throws `bad_input` where a reason is missing or the rules are refused.
 */
export async function applyImport(
  tx: WriteTx,
  { records, rules, reports, isUnexplained }: ReadyPlan,
  applying: Applying,
): Promise<RuleVersion[]> {
  if (isUnexplained) throw errors.badInput('有数值已过截止日，请写明逾期原因后再确认。没有写入任何内容。');
  for (const name of plainCollections) await write(tx, name, records);
  const versions = await changeRulesOf(tx, rules, applying);
  await tx.putBatch(reports);
  tx.because(applying.why);
  return versions;
}

const idOf = (record: { id: string } | { code: string } | { indicator: string; period: string }) => {
  if ('id' in record) return record.id;
  return 'code' in record ? record.code : `${record.indicator}|${record.period}`;
};

async function write(
  tx: WriteTx,
  name: keyof ReadyPlan['records'],
  records: ReadyPlan['records'],
): Promise<void> {
  const { added, changed, removed } = records[name];
  for (const record of removed) await tx.delete(name, idOf(record));
  for (const [index, record] of [...added, ...changed.map(({ after }) => after)].entries()) {
    await tx.put(name, record);
    if (index % perTurn === perTurn - 1) await nextTurn();
  }
}

async function changeRulesOf(
  tx: WriteTx,
  rules: ReadyPlan['rules'],
  { by, now, name, reasons }: Applying,
): Promise<RuleVersion[]> {
  const why = reasons.rules === undefined ? '' : `${reasons.rules}（导入“${name}”）`;
  const versions: RuleVersion[] = [];
  for (const { year, changes, weighed } of rules) {
    const from = reasons.since.find((period) => yearOf(period) === year);
    const change = { by, now, why, from, changes, weighed, weightsBalanced: true } as const;
    const version = await changeRules(tx, change);
    if (version) versions.push(version);
  }
  return versions;
}
