import type { Log } from '../shared/log.ts';
import type { Instant } from '../shared/time.ts';
import type { CollectionName, Doc } from '../store/collections.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Vault } from '../store/vault.ts';
import { adjustmentItems } from './adjustment-items.ts';
import { dataset } from './dataset.ts';
import { demoBindings, demoChats } from './demo-access.ts';
import { isAdjustmentKnownAt, problemKnownAt, reportKnownAt } from './known-at.ts';

interface Seeding {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly folder: string;
  /** Records that came later than this are left out; undefined: everything. */
  readonly until?: Instant;
  readonly at: Instant;
  readonly log: Log;
}

/** Small enough that one journal line stays readable, large enough that seeding takes a second. */
const documentsPerTransaction = 2000;

async function putAll<N extends CollectionName>(
  seeding: Seeding,
  name: N,
  docs: readonly Doc<N>[],
): Promise<void> {
  for (let from = 0; from < docs.length; from += documentsPerTransaction) {
    const chunk = docs.slice(from, from + documentsPerTransaction);
    await seeding.store.write({ at: seeding.at, who: 'system', what: 'seed.demo' }, async (tx) => {
      for (const doc of chunk) await tx.put(name, doc);
    });
  }
}

async function sealedEnterprises({ vault, folder }: Seeding): Promise<Doc<'enterprises'>[]> {
  const open = dataset.enterprises(folder);
  return Promise.all(
    open.map(async ({ contact, contact_post, phone, ...enterprise }) => {
      const text = JSON.stringify({ name: contact, post: contact_post, phone });
      return { ...enterprise, contact: await vault.seal(enterprise.id, text) };
    }),
  );
}

async function sealedProblems({ vault, folder, until }: Seeding): Promise<Doc<'problems'>[]> {
  const open = dataset.problems(folder);
  const known = until === undefined ? open : open.map((problem) => problemKnownAt(problem, until));
  const present = known.filter((problem) => problem !== undefined);
  return Promise.all(
    present.map(async ({ contact, phone, ...problem }) => ({
      ...problem,
      contact: await vault.seal(problem.enterprise, JSON.stringify({ name: contact, phone })),
      submitter: problem.source === 'chat_form' ? `ou_demo_${problem.enterprise}` : null,
    })),
  );
}

function knownReports({ folder, until }: Seeding): Doc<'reports'>[] {
  const reports = dataset.reports(folder);
  if (until === undefined) return reports;
  return reports.map((report) => reportKnownAt(report, until)).filter((report) => report !== undefined);
}

function knownAdjustments({ folder, until }: Seeding): Doc<'adjustments'>[] {
  const adjustments = dataset.adjustments(folder);
  return until === undefined ? adjustments : adjustments.filter((each) => isAdjustmentKnownAt(each, until));
}

/** Loads the demonstration district into an empty store; repeated after a crash until it has been whole once. */
export async function seedDemonstration(seeding: Seeding): Promise<void> {
  const { store, folder, at, log } = seeding;
  const done = await store.read((tx) => tx.get('settings', 'seed'));
  if (done) return;
  const cadres = dataset.cadres(folder);
  const units = dataset.units(folder);
  const taskForces = dataset.taskForces(folder);
  const enterprises = await sealedEnterprises(seeding);
  await putAll(seeding, 'units', units);
  await putAll(seeding, 'tracks', dataset.tracks(folder));
  await putAll(seeding, 'task_forces', taskForces);
  await putAll(seeding, 'cadres', cadres);
  await putAll(seeding, 'indicators', dataset.indicators(folder));
  await putAll(seeding, 'assignments', dataset.assignments(folder));
  await putAll(seeding, 'reports', knownReports(seeding));
  await putAll(seeding, 'benchmarks', dataset.benchmarks(folder));
  await putAll(seeding, 'adjustments', knownAdjustments(seeding));
  await putAll(seeding, 'adjustment_items', adjustmentItems());
  await putAll(seeding, 'enterprises', enterprises);
  await putAll(seeding, 'problems', await sealedProblems(seeding));
  await putAll(seeding, 'bindings', demoBindings({ cadres, enterprises, at }));
  await putAll(seeding, 'chats', demoChats({ units, taskForces, at }));
  await putAll(seeding, 'rule_versions', [{ id: '2026-1', at, by: 'system', why: '年初下达的考核办法' }]);
  await putAll(seeding, 'settings', [
    { id: 'seed', value: { district: '云澜区', until: seeding.until ?? null } },
  ]);
  log.info({ cadres: cadres.length, units: units.length }, 'demonstration district loaded');
}
