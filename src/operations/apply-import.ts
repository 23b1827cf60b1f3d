import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RuleVersion } from '../domain/assessment/rule-version.ts';
import type { ImportedCollection, ImportPlan } from '../domain/import/import-plan.ts';
import type { Instant } from '../shared/time.ts';
import type { WriteTx } from '../store/document-store.ts';
import { changeRules } from './change-rules.ts';

interface Applying {
  /** Who confirmed: what rule versions are signed with. */
  readonly by: string;
  readonly why: string;
  readonly now: Instant;
}

/** Records between two turns of the loop: some milliseconds. */
const perTurn = 500;

/** Tracks and assignments are rules: they are changed by a rule version, after all that they name is there. */
const plain = ['units', 'task_forces', 'cadres', 'indicators', 'benchmarks'] as const;

/** Writes a plan within this transaction; the new rule versions, one a year, none where no rule changes. Throws `bad_input` where the rules are refused. */
export async function applyImport(tx: WriteTx, plan: ImportPlan, applying: Applying): Promise<RuleVersion[]> {
  for (const name of plain) await write(tx, name, plan);
  const versions = await changeRulesOf(tx, plan, applying);
  await write(tx, 'reports', plan);
  tx.because(applying.why);
  return versions;
}

const idOf = (record: { id: string } | { code: string } | { indicator: string; period: string }) => {
  if ('id' in record) return record.id;
  return 'code' in record ? record.code : `${record.indicator}|${record.period}`;
};

async function write(
  tx: WriteTx,
  name: Exclude<ImportedCollection, 'tracks' | 'assignments'>,
  { changes }: ImportPlan,
): Promise<void> {
  const { added, changed, removed } = changes[name];
  for (const record of removed) await tx.delete(name, idOf(record));
  const records = [...added, ...changed.map(({ after }) => after)];
  for (const [index, record] of records.entries()) {
    await tx.put(name, record);
    if (index % perTurn === perTurn - 1) await nextTurn();
  }
}

async function changeRulesOf(
  tx: WriteTx,
  { changes }: ImportPlan,
  applying: Applying,
): Promise<RuleVersion[]> {
  const { tracks, assignments } = changes;
  const put = <T>({ added, changed }: { added: readonly T[]; changed: readonly { after: T }[] }) => [
    ...added,
    ...changed.map(({ after }) => after),
  ];
  const all = [...put(tracks), ...tracks.removed, ...put(assignments), ...assignments.removed];
  const versions: RuleVersion[] = [];
  for (const year of [...new Set(all.map((record) => record.year))].sort()) {
    const of = <T extends { year: number }>(records: readonly T[]) =>
      records.filter((each) => each.year === year);
    const ids = (records: readonly { id: string; year: number }[]) => of(records).map(({ id }) => id);
    const version = await changeRules(tx, {
      ...applying,
      weightsBalanced: true,
      changes: {
        tracks: { put: of(put(tracks)), remove: ids(tracks.removed) },
        assignments: { put: of(put(assignments)), remove: ids(assignments.removed) },
      },
    });
    if (version) versions.push(version);
  }
  return versions;
}
