import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { rankingCard } from '#cards/ranking/ranking.ts';
import { loadCalendar } from '#src/config/load-calendar.ts';
import type { Report } from '#src/domain/assessment/records/report.ts';
import type { ImportPlan } from '#src/domain/import/plan/import-plan.ts';
import type { Actor } from '#src/domain/people/actor.ts';
import { createKnowledgeCache } from '#src/operations/book/knowledge.ts';
import { applyImport } from '#src/operations/import/apply-import.ts';
import { readyPlan } from '#src/operations/import/ready-plan.ts';
import { seeRanking } from '#src/operations/ranking/see-ranking.ts';
import { prepareMessage } from '#src/reply/prepare-message.ts';
import { queueMessage } from '#src/reply/queue-message.ts';
import { seedDemonstration } from '#src/seed/seed-demonstration.ts';
import { silentLog } from '#src/shared/log.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { benchStart } from './load/keys.ts';

// A process of its own: rankings are asked for, one after another, while the values of one workbook, then the targets of another, are written in one transaction each.
const [dir = '', wanted = '0'] = process.argv.slice(2);
const at = benchStart;
const store = await openJsonFileStore({ dir, mode: 'demo', log: silentLog });
const vault = await openFileVault({ dir });
await seedDemonstration({ store, vault, folder: 'data/demo', until: at, at, log: silentLog });
const calendar = loadCalendar([dir, 'data/seed'], [2025, 2026, 2027]);
const knowledge = createKnowledgeCache(calendar);
const leader: Actor = { openId: 'ou_bench', roles: ['district_leader'], id: 'C001', name: '演示' };

/** As `/ranking` in private: the whole of its transaction, until its line lasts. Resolves with how long that took, in ms. */
async function rank(): Promise<number> {
  const since = performance.now();
  await store.write({ at, who: 'ou_bench', what: 'say' }, async (tx) => {
    const place = { type: 'private', chatId: 'oc_bench' } as const;
    const asked = { scope: 'tracks', of: undefined, period: '2026-09' } as const;
    const seen = seeRanking(await knowledge.book(tx), { ...asked, now: at, actor: leader, place });
    const card = rankingCard({ demo: true, asOf: at, shown: seen, page: 1 });
    await queueMessage(tx, {
      ...{ prepared: prepareMessage({ card }, silentLog), at, vault, subject: null, private: true },
      target: { type: 'chat', chat: 'oc_bench' },
    });
  });
  return performance.now() - since;
}

function reportsOf(assignments: readonly { unit: string; indicator: string }[], length: number): Report[] {
  return Array.from({ length }, (_, number) => {
    const { unit = '', indicator = '' } = assignments[number % assignments.length] ?? {};
    const round = Math.floor(number / assignments.length);
    const period = `2026-${String((round % 9) + 1).padStart(2, '0')}`;
    const rev = 100 + round;
    const id = [unit, indicator, period, rev].join('|');
    const signed = { reporter: 'C001', reported_at: at, decided_by: 'C001', decided_at: at };
    return {
      id,
      indicator,
      unit,
      period,
      rev,
      value: `${(number % 997) / 8}`,
      state: 'confirmed',
      ...signed,
    };
  });
}

const none = { added: [], changed: [], removed: [], unchanged: 0 };
const untouched = {
  ...{ units: none, tracks: none, task_forces: none, cadres: none, indicators: none, benchmarks: none },
  ...{ assignments: none, reports: none },
} satisfies ImportPlan['changes'];
const assignments = await store.read((tx) => tx.all('assignments'));

// Warm as a product that has served for a while: reports came in, and rankings were asked after each.
for (const [warm, assignment] of assignments.slice(0, 100).entries()) {
  const [report] = reportsOf([assignment], 1);
  if (!report) continue;
  const like = { ...report, id: `warm_${warm}`, rev: 50, period: '2026-09' };
  await store.write({ at, who: 'ou_bench', what: 'report' }, (tx) => tx.put('reports', like));
  await rank();
}
for (let warm = 0; warm < 300; warm += 1) await rank();
const quiet: number[] = [];
for (let count = 0; count < 100; count += 1) quiet.push(await rank());

/** Imports while rankings are asked for, and for a while after: whoever asks then is the first to see what was written. */
async function importBeside(changes: ImportPlan['changes']) {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  await wait(100);
  delay.enable();
  delay.reset();
  let writing = true;
  const beside: number[] = [];
  const asking = (async () => {
    while (writing) {
      beside.push(await rank());
      await wait(5);
    }
  })();
  const since = performance.now();
  const signature = { now: at, calendar, lateReason: '测速' };
  const ready = await readyPlan(store, changes, signature);
  const reasons = { rules: '测速', since: [] };
  const applying = { by: 'C001', why: '测速', name: '测速.xlsx', now: at, reasons };
  await store.write({ at, who: 'system', what: 'import' }, (tx) => applyImport(tx, ready, applying));
  const ms = performance.now() - since;
  await wait(500);
  writing = false;
  await asking;
  delay.disable();
  return { ms, held: delay.max / 1e6, waited: Math.max(...beside), rankings: beside.length };
}

const targets = assignments
  .filter(({ year }) => year === 2026)
  .map((before) => ({ before, after: { ...before, annual_target: `${Number(before.annual_target) + 1}` } }));
const measured = {
  values: await importBeside({
    ...untouched,
    reports: { ...none, added: reportsOf(assignments, Number(wanted)) },
  }),
  rules: await importBeside({ ...untouched, assignments: { ...none, changed: targets } }),
  ...{ targets: targets.length, usual: quiet.sort((a, b) => a - b)[50] },
};
await store.close();
process.stdout.write(`${JSON.stringify(measured)}\n`);
