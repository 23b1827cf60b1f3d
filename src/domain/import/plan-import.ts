import type { Sheet } from './cells/sheet.ts';
import { planAssignments } from './kinds/plan-assignments.ts';
import { planBenchmarks } from './kinds/plan-benchmarks.ts';
import { planCadres } from './kinds/plan-cadres.ts';
import { planIndicators } from './kinds/plan-indicators.ts';
import { planReports } from './kinds/plan-reports.ts';
import { planTaskForces } from './kinds/plan-task-forces.ts';
import { planMembership, planTracks } from './kinds/plan-tracks.ts';
import { planUnits } from './kinds/plan-units.ts';
import { type Desk, idOf, type Laid, openDesk } from './lines/desk.ts';
import type { Names } from './lines/find-named.ts';
import { indicatorBook, unitBook } from './lines/name-book.ts';
import type {
  CollectionChanges,
  HeldUnit,
  ImportBase,
  ImportedRecords,
  ImportMoment,
  ImportPlan,
  SheetKind,
  SheetReading,
} from './plan/import-plan.ts';
import { sameRecord, settleRecord } from './plan/settle-record.ts';
import { readTable, type Table } from './table/read-table.ts';

function changesOf<N extends Laid>(desk: Desk, name: N): CollectionChanges<ImportedRecords[N]> {
  const before: ReadonlyMap<string, ImportedRecords[N]> = desk.base[name];
  const after: ReadonlyMap<string, ImportedRecords[N]> = desk.docs[name];
  const added: ImportedRecords[N][] = [];
  const changed: { before: ImportedRecords[N]; after: ImportedRecords[N] }[] = [];
  let unchanged = 0;
  for (const id of desk.named[name]) {
    const [old, now] = [before.get(id), after.get(id)];
    if (!now) continue;
    if (!old) added.push(now);
    else if (sameRecord(old, now)) unchanged += 1;
    else changed.push({ before: old, after: settleRecord(old, now) });
  }
  const removed = [...before.values()].filter((doc) => !after.has(idOf(name, doc)));
  return { added, changed, removed, unchanged };
}

function allChanges(desk: Desk): ImportPlan['changes'] {
  return {
    units: changesOf(desk, 'units'),
    tracks: changesOf(desk, 'tracks'),
    task_forces: changesOf(desk, 'task_forces'),
    cadres: changesOf(desk, 'cadres'),
    indicators: changesOf(desk, 'indicators'),
    benchmarks: changesOf(desk, 'benchmarks'),
    assignments: changesOf(desk, 'assignments'),
    reports: {
      added: desk.newReports,
      changed: desk.changedReports,
      removed: [],
      unchanged: desk.unchangedReports,
    },
  };
}

function namesOn(desk: Desk, tables: readonly Table[]): Names {
  const listed = tables.some(({ kind }) => kind === 'assignments' || kind === 'reports');
  const own = listed ? [...desk.docs.assignments.values()] : [];
  return {
    units: unitBook([...desk.docs.units.values()]),
    indicators: indicatorBook([...desk.docs.indicators.values()]),
    assigned: new Set(own.map(({ unit, indicator }) => `${unit}|${indicator}`)),
  };
}

/** Kinds stand on one another: people need units, targets need people and indicators. */
function planAll(desk: Desk, tables: readonly Table[]): HeldUnit[] {
  const of = (kind: SheetKind) => tables.filter((table) => table.kind === kind);
  desk.trackSheet = of('tracks').length > 0;
  const trackLines = planTracks(desk, of('tracks'));
  planUnits(desk, of('units'));
  const { units } = namesOn(desk, []);
  planMembership(desk, trackLines, units);
  planCadres(desk, of('cadres'), units);
  planTaskForces(desk, of('task_forces'), units);
  planIndicators(desk, of('indicators'), units);
  const names = namesOn(desk, tables);
  planBenchmarks(desk, of('benchmarks'), names);
  const held = planAssignments(desk, of('assignments'), names);
  planReports(desk, of('reports'), namesOn(desk, tables));
  return held;
}

function readingOf(sheet: Sheet, table: Table | undefined): SheetReading {
  return {
    sheet: sheet.name,
    kind: table?.kind ?? null,
    hidden: sheet.hidden,
    headerRow: table?.headerRow ?? null,
    rows: table?.rows.length ?? 0,
  };
}

/**
 * What importing a workbook would do to what the store holds, and all that is wrong with it. Nothing is guessed: what is not clear is a
 * problem, and its row or value is left out. Importing the same workbook again changes nothing.
 */
export function planImport(sheets: readonly Sheet[], base: ImportBase, moment: ImportMoment): ImportPlan {
  const desk = openDesk(base, moment);
  const tables = sheets.map(readTable);
  const held = planAll(
    desk,
    tables.filter((table) => table !== undefined),
  );
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  const problems = [...desk.problems].sort(
    (a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row,
  );
  return {
    sheets: sheets.map((sheet, index) => readingOf(sheet, tables[index])),
    changes: allChanges(desk),
    held,
    problems,
    unlisted: desk.unlisted,
  };
}
