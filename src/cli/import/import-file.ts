import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { planWorkbook, previewWorkbook } from '../../documents/reading/plan-workbook.ts';
import { type Period, yearOf } from '../../domain/calendar/period.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { ImportProblem } from '../../domain/import/plan/import-plan.ts';
import { lateIn } from '../../domain/import/plan/import-preview.ts';
import { changesIn, type ImportSummary } from '../../domain/import/plan/summarise-plan.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { applyImport } from '../../operations/import/apply-import.ts';
import { importSources } from '../../operations/import/import-base.ts';
import { baseFor, checkKinds, limitsFor, seeRuleNews } from '../../operations/import/open-import.ts';
import { readyPlan } from '../../operations/import/ready-plan.ts';
import { importMark } from '../../operations/trail/trail-filter.ts';
import { systemClock } from '../../shared/clock.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { DocumentStore, ReadTx } from '../../store/document-store.ts';

/** What a workbook would bring in or has brought in. */
export interface ImportedFile extends Omit<ImportSummary, 'problems'> {
  /** Every problem, in the order of the workbook. */
  readonly problems: readonly ImportProblem[];
  readonly unlisted: number;
  /** Values left out: not that person's to report, of locked months. */
  readonly foreign: number;
  readonly locked: number;
  /** Values that come after their due day. */
  readonly late: number;
  /** What changes in the rules, year by year, and from when where nothing else is said. */
  readonly rules: Awaited<ReturnType<typeof seeRuleNews>>;
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

interface Asked {
  readonly file: string;
  /** A cadre's number in the roster. */
  readonly as?: string | undefined;
  /** Really write. */
  readonly go: boolean;
  /** Why values are late, and why rules change. */
  readonly reason?: string | undefined;
  /** From which periods changed rules hold, one a year. */
  readonly since?: readonly Period[] | undefined;
  readonly calendar: WorkCalendar;
}

/** Reads and plans without the records themselves where nothing is to be written. */
async function planOf(store: DocumentStore, { file, as, go }: Asked, now: Instant) {
  const bytes = await readFile(file).catch(() => {
    throw errors.notFound(`文件 ${file}`, '请检查路径。');
  });
  const { actor, sources } = await store.read(async (tx) => ({
    actor: await actorOf(tx, as),
    sources: await importSources(tx),
  }));
  const { base, locks } = sources;
  const limits = limitsFor(actor, { assignments: base.assignments, locks, now });
  const moment = { by: actor.id, at: now };
  const work = { bytes, base: await baseFor(limits, base), moment, limits };
  const planned = go
    ? await planWorkbook(work)
    : { preview: await previewWorkbook(work), changes: undefined };
  checkKinds(planned.preview.sheets, actor);
  return { actor, ...planned };
}

/** Throws `bad_input` where a reason is missing, or the period said is of another year than the rules. */
function checkReasons(
  { rules, late }: Pick<ImportedFile, 'rules' | 'late'>,
  { reason, since = [] }: Asked,
): void {
  const needs = [late > 0 && `${late} 条已过截止日`, rules.length > 0 && '规则有变动'].filter(Boolean);
  if (needs.length > 0 && reason === undefined)
    throw errors.badInput(`${needs.join('，')}，请用 --reason 写明原因。没有写入任何内容。`);
  const [other] = rules.filter(({ year }) => !since.some((period) => yearOf(period) === year));
  if (since.length > 0 && other)
    throw errors.badInput(`变动的是${other.year}年的规则，--since 请写这一年的时期。没有写入任何内容。`);
}

/** Plans the import of one workbook, and with `go` writes it in one transaction. */
export async function importFile(store: DocumentStore, asked: Asked): Promise<ImportedFile> {
  const { file, reason, since = [], calendar } = asked;
  const now = systemClock.now();
  const { actor, preview, changes } = await planOf(store, asked, now);
  const { problems: _, ...summary } = preview.summary;
  const { foreign, locked, problems, unlisted } = preview;
  const rules = await store.read((tx) => seeRuleNews(tx, preview, now));
  const total = changesIn(summary.counts);
  const late = lateIn(preview, calendar, now);
  const seen = { ...summary, foreign, locked, problems, unlisted, late, rules, changes: total };
  if (!changes || total === 0) return { ...seen, written: false, versions: [] };
  checkReasons(seen, asked);
  const name = basename(file).slice(0, 60);
  const why = `${importMark}：${name}（命令行，${actor.name}）`;
  const meta = { at: now, who: actor.openId, what: 'import.cli' };
  const reasons = { rules: reason, since };
  const ready = await readyPlan(store, changes, { now, calendar, lateReason: reason });
  const versions = await store.write(meta, (tx) =>
    applyImport(tx, ready, { by: actor.id, why, name, now, reasons }),
  );
  return { ...seen, written: true, versions: versions.map(({ id }) => id) };
}
