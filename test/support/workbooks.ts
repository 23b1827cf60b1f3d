import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSheets } from '#src/documents/reading/read-sheets.ts';
import type { Sheet } from '#src/domain/import/cells/sheet.ts';
import type { CollectionChanges, ImportBase, ImportPlan } from '#src/domain/import/plan/import-plan.ts';
import { dataset } from '#src/seed/dataset.ts';

const demo = fileURLToPath(new URL('../../data/demo', import.meta.url));
const folder = new URL('../fixtures/excel/', import.meta.url);

/** The four workbooks an office sends, in the order in which an empty district needs them. */
export const officeWorkbooks = ['单位与干部', '指标与赛道', '目标任务分解', '月度进度'] as const;
export type OfficeWorkbook = (typeof officeWorkbooks)[number];

export const workbookBytes = (name: OfficeWorkbook): Uint8Array =>
  readFileSync(new URL(`${name}.xlsx`, folder));

const read = new Map<OfficeWorkbook, Promise<readonly Sheet[]>>();

/** A workbook's sheets, read once a test file. */
export function sheetsOf(name: OfficeWorkbook): Promise<readonly Sheet[]> {
  const sheets = read.get(name) ?? readSheets(workbookBytes(name));
  read.set(name, sheets);
  return sheets;
}

export const importing = { by: 'C085', at: '2026-11-22T09:00:00+08:00' };

export const nothingStored: ImportBase = {
  units: [],
  tracks: [],
  task_forces: [],
  cadres: [],
  indicators: [],
  benchmarks: [],
  assignments: [],
  reports: [],
};

let loaded: ImportBase | undefined;

/** What the demonstration's files hold, read once a test file. */
export function demoBase(): ImportBase {
  loaded ??= loadDemo();
  return loaded;
}

function loadDemo(): ImportBase {
  return {
    units: dataset.units(demo),
    tracks: dataset.tracks(demo),
    task_forces: dataset.taskForces(demo),
    cadres: dataset.cadres(demo),
    indicators: dataset.indicators(demo),
    benchmarks: dataset.benchmarks(demo),
    assignments: dataset.assignments(demo),
    reports: dataset.reports(demo),
  };
}

type AnyDoc = { id?: string; code?: string; indicator?: string; period?: string };
const keyOf = ({ id, code, indicator, period }: AnyDoc) => id ?? code ?? `${indicator}|${period}`;

function carriedInto<T extends AnyDoc>(stored: readonly T[], changes: CollectionChanges<T>): T[] {
  const docs = new Map(stored.map((doc) => [keyOf(doc), doc]));
  for (const doc of [...changes.added, ...changes.changed.map(({ after }) => after)])
    docs.set(keyOf(doc), doc);
  for (const doc of changes.removed) docs.delete(keyOf(doc));
  return [...docs.values()];
}

/** What would be stored once a plan is carried out. */
export function carriedOut(base: ImportBase, { changes }: ImportPlan): ImportBase {
  return {
    units: carriedInto(base.units, changes.units),
    tracks: carriedInto(base.tracks, changes.tracks),
    task_forces: carriedInto(base.task_forces, changes.task_forces),
    cadres: carriedInto(base.cadres, changes.cadres),
    indicators: carriedInto(base.indicators, changes.indicators),
    benchmarks: carriedInto(base.benchmarks, changes.benchmarks),
    assignments: carriedInto(base.assignments, changes.assignments),
    reports: carriedInto(base.reports, changes.reports),
  };
}
