import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { planWorkbook } from '../../documents/plan-workbook.ts';
import type { ImportProblem } from '../../domain/import/import-plan.ts';
import { changesIn, type ImportSummary, summarisePlan } from '../../domain/import/summarise-plan.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { applyImport } from '../../operations/apply-import.ts';
import { importSources } from '../../operations/import-base.ts';
import { allowedPlan, baseFor } from '../../operations/open-import.ts';
import { readyPlan } from '../../operations/ready-plan.ts';
import { importMark } from '../../operations/trail-filter.ts';
import { systemClock } from '../../shared/clock.ts';
import { errors } from '../../shared/errors.ts';
import type { DocumentStore, ReadTx } from '../../store/document-store.ts';

interface Asked {
  readonly file: string;
  /** A cadre's number in the roster. */
  readonly as?: string | undefined;
  /** Really write. */
  readonly go: boolean;
}

/** What a workbook would bring in or has brought in. */
export interface ImportedFile extends Omit<ImportSummary, 'problems'> {
  /** Every problem, in the order of the workbook. */
  readonly problems: readonly ImportProblem[];
  readonly unlisted: number;
  /** Values left out: not that person's to report, of locked months. */
  readonly foreign: number;
  readonly locked: number;
  /** Records that are added, changed or taken away. */
  readonly changes: number;
  readonly written: boolean;
  /** Ids of the new rule versions. */
  readonly versions: readonly string[];
}

/** Whoever has the console may do all of it. */
const theConsole: Actor = {
  ...{ openId: 'system', id: 'console', name: '控制台' },
  roles: ['admin', 'assessment_office', 'cadre'],
};

/** With whose rights it is done, and whose account the journal names. */
async function actorOf(tx: ReadTx, as: string | undefined): Promise<Actor> {
  if (as === undefined) return theConsole;
  const cadre = await tx.get('cadres', as);
  if (!cadre) throw errors.notFound(`干部 ${as}`, '请用名册里的编号，如 --as C085。');
  const [binding] = await tx.find('bindings', { index: 'cadre', key: as });
  return { openId: binding?.id ?? 'system', roles: cadre.roles, cadre, id: cadre.id, name: cadre.name };
}

/** Plans the import of one workbook, and with `go` writes it in one transaction. */
export async function importFile(store: DocumentStore, { file, as, go }: Asked): Promise<ImportedFile> {
  const bytes = await readFile(file).catch(() => {
    throw errors.notFound(`文件 ${file}`, '请检查路径。');
  });
  const now = systemClock.now();
  const { actor, sources } = await store.read(async (tx) => ({
    actor: await actorOf(tx, as),
    sources: await importSources(tx),
  }));
  const { base, locks } = sources;
  const whole = await planWorkbook({
    bytes,
    base: await baseFor(actor, base),
    moment: { by: actor.id, at: now },
  });
  const { plan, ...left } = allowedPlan(whole, actor, { assignments: base.assignments, locks, now });
  const { problems: _, ...summary } = summarisePlan(plan);
  const changes = changesIn(summary.counts);
  const seen = { ...summary, ...left, changes, problems: plan.problems, unlisted: plan.unlisted };
  if (!go || changes === 0) return { ...seen, written: false, versions: [] };
  const why = `${importMark}：${basename(file).slice(0, 60)}（命令行，${actor.name}）`;
  const meta = { at: now, who: actor.openId, what: 'import.cli' };
  const ready = await store.read((tx) => readyPlan(tx, plan));
  const versions = await store.write(meta, (tx) => applyImport(tx, ready, { by: actor.id, why, now }));
  return { ...seen, written: true, versions: versions.map(({ id }) => id) };
}
