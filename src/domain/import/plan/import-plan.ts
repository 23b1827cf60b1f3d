import type { Assignment } from '../../assessment/records/assignment.ts';
import type { Benchmark } from '../../assessment/records/benchmark.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import type { Report } from '../../assessment/records/report.ts';
import type { TaskForce } from '../../assessment/records/task-force.ts';
import type { Track } from '../../assessment/records/track.ts';
import type { Unit } from '../../assessment/records/unit.ts';
import type { Cadre } from '../../people/cadre.ts';

/** What a workbook can bring in, by the store's collections, in the order in which they are planned and written. */
export interface ImportedRecords {
  readonly units: Unit;
  readonly tracks: Track;
  readonly task_forces: TaskForce;
  readonly cadres: Cadre;
  readonly indicators: Indicator;
  readonly benchmarks: Benchmark;
  readonly assignments: Assignment;
  readonly reports: Report;
}

/** The collections that an import may write, in the order in which they are written. */
export const importedCollections = [
  'units',
  'tracks',
  'task_forces',
  'cadres',
  'indicators',
  'benchmarks',
  'assignments',
  'reports',
] as const satisfies readonly (keyof ImportedRecords)[];

/** The name of a collection that an import may write. */
export type ImportedCollection = (typeof importedCollections)[number];

/** What the store holds of them when the plan is made; of the reports every revision. */
export type ImportBase = { readonly [N in ImportedCollection]: readonly ImportedRecords[N][] };

/** What a sheet is, by its headers. */
export type SheetKind =
  | 'units'
  | 'cadres'
  | 'task_forces'
  | 'indicators'
  | 'tracks'
  | 'benchmarks'
  | 'assignments'
  | 'reports';

/** The four kinds of workbook that offices keep, in their words. */
export const workbookNames = {
  units: '单位与干部',
  cadres: '单位与干部',
  task_forces: '单位与干部',
  indicators: '指标与赛道',
  tracks: '指标与赛道',
  benchmarks: '指标与赛道',
  assignments: '目标任务分解',
  reports: '月度进度',
} as const satisfies Record<SheetKind, string>;

/** What became of one sheet of the workbook. */
export interface SheetReading {
  readonly sheet: string;
  /** null: its headers are those of no kind, nothing was read from it. */
  readonly kind: SheetKind | null;
  /** The sheet is hidden (lists for drop-downs mostly); read all the same when its headers are known. */
  readonly hidden: boolean;
  /** The first row of its header, as Excel counts; null when it has none. */
  readonly headerRow: number | null;
  /** Rows with data, totals and remarks not counted. */
  readonly rows: number;
}

/** Something wrong with the workbook, with its place and how to mend it; Chinese sentences. */
export interface ImportProblem {
  readonly sheet: string;
  /** As Excel writes it: `C12`. */
  readonly cell: string;
  readonly row: number;
  /** `error`: the row (or, where only one value is wrong, the cell) is not imported. `warning`: imported once a person confirms. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
  /** The id of the planned value that it tells of: without that, there is nothing to tell. */
  readonly report?: string;
}

/** What would become of one collection. Nothing that a workbook does not name is touched, save `removed`. */
export interface CollectionChanges<T> {
  readonly added: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
  /** Records the workbook takes away: assignments of a unit whose new whole table has them no more. */
  readonly removed: readonly T[];
  /** Records of the workbook that the store already holds just so. */
  readonly unchanged: number;
}

/** What an import writes. */
export type PlannedChanges = {
  readonly [N in ImportedCollection]: Omit<CollectionChanges<ImportedRecords[N]>, 'unchanged'>;
};

/** A unit whose weights do not sum to 100 (待平衡): nothing of it is imported and its old assignments stand. */
export interface HeldUnit {
  readonly unit: string;
  readonly name: string;
  readonly year: number;
  /** The sum of the stated weights, a decimal. */
  readonly sum: string;
  /** Its rows without fault, which wait with it. */
  readonly rows: readonly { readonly sheet: string; readonly row: number; readonly indicator: string }[];
}

/** All that an import would do, and all that is wrong with its workbook. */
export interface ImportPlan {
  readonly sheets: readonly SheetReading[];
  readonly changes: { readonly [N in ImportedCollection]: CollectionChanges<ImportedRecords[N]> };
  readonly held: readonly HeldUnit[];
  /** By sheet and row, in the order of the workbook. */
  readonly problems: readonly ImportProblem[];
  /** Further problems that are not listed: more than 2,000 are of no use to anybody. */
  readonly unlisted: number;
}

/** Who imports, and when: what new reports are signed with. */
export interface ImportMoment {
  /** The cadre who confirms. */
  readonly by: string;
  readonly at: string;
}
