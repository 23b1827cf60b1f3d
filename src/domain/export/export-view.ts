import type { Indicator } from '../assessment/records/indicator.ts';
import type { Frequency, Period } from '../calendar/period.ts';
import type { ProblemRate } from '../enterprise/problem-rates.ts';

/** A unit's line in an exported ranking, numbers as cards show them. */
export interface ExportedRank {
  readonly name: string;
  readonly track?: string | undefined;
  readonly place: number | null;
  readonly movement: number | null;
  readonly score: string | null;
  /** With its measure, or a dash. */
  readonly value?: string | undefined;
  readonly reported: number;
  readonly due: number;
  readonly provisional: boolean;
  readonly vetoed: boolean;
  readonly note?: string | undefined;
}

/** A ranking, list by list, as far as its reader may see it. */
export interface ExportedRanking {
  readonly kind: 'ranking';
  readonly scope: 'tracks' | 'track' | 'district' | 'task_force' | 'indicator';
  readonly name: string;
  readonly period: Period;
  readonly lists: readonly { readonly name: string; readonly rows: readonly ExportedRank[] }[];
  /** What must be known beside the rows: provisional, limited. */
  readonly remarks: readonly string[];
}

/** A unit's values of one indicator through the year, in the order of the table's periods. */
export interface ExportedValues {
  readonly unit: string;
  readonly indicator: string;
  readonly measure: string;
  readonly kind: Indicator['kind'];
  /** `unreported`: overdue without a value; null: not owed yet, or not of that period. */
  readonly values: readonly (string | 'unreported' | null)[];
}

/** Values of indicators of one frequency; half-years stand in the quarters' table, under the quarter that ends with them. */
export interface ValueTable {
  readonly frequency: Exclude<Frequency, 'half'>;
  readonly year: number;
  readonly periods: readonly Period[];
  readonly rows: readonly ExportedValues[];
}

/** One line of the task breakdown, names in place of ids; milestones and places of the four quarters' ends. */
export interface ExportedTarget {
  readonly unit: string;
  readonly indicator: string;
  readonly measure: string;
  readonly weight: string;
  readonly annualTarget: string;
  readonly milestones: readonly (string | null)[];
  readonly places: readonly (number | null)[];
  readonly rule: string;
  readonly leader: string;
  readonly reporter: string;
}

/** An assignment's working (domain §4, Explained). */
export interface ExportedLine {
  readonly indicator: string;
  readonly period: Period;
  readonly measure: string;
  readonly weight: string;
  readonly value: string | null;
  readonly target: string | null;
  readonly rule: string;
  readonly f: string | null;
  readonly points: string | null;
  readonly lost: string | null;
  readonly note: string;
}

/** All values of one indicator in a year. */
export interface ExportedIndicator {
  readonly kind: 'values';
  readonly indicator: string;
  readonly year: number;
  readonly tables: readonly ValueTable[];
  readonly remarks: readonly string[];
}

/** A unit's whole table: how its score came about, its targets and its values. */
export interface ExportedUnit {
  readonly kind: 'unit';
  readonly name: string;
  readonly period: Period;
  readonly year: number;
  /** `得分 88.80，第 3 名（共 7 个单位）…`. */
  readonly summary: string;
  readonly lines: readonly ExportedLine[];
  readonly adjustments: readonly {
    readonly type: string;
    readonly points: string;
    readonly reason: string;
    readonly date: string;
  }[];
  readonly targets: readonly ExportedTarget[];
  readonly tables: readonly ValueTable[];
}

/** A track and its rules: the task breakdown with weights, targets and ways of scoring. */
export interface ExportedTrack {
  readonly kind: 'track';
  readonly name: string;
  readonly year: number;
  readonly description: string;
  readonly bonusCap: string;
  readonly firstQuota: string;
  readonly secondQuota: string;
  readonly units: readonly string[];
  readonly targets: readonly ExportedTarget[];
  readonly remarks: readonly string[];
}

/** A problem without its contact and its code. */
export interface ExportedProblem {
  readonly id: string;
  readonly enterprise: string;
  readonly category: string;
  readonly urgency: string;
  readonly source: string;
  readonly text: string;
  readonly state: string;
  readonly submitted: string | null;
  readonly accepted: string | null;
  readonly assigned: string | null;
  readonly firstAnswer: string | null;
  readonly closed: string | null;
  readonly unit: string | null;
  readonly handler: string | null;
  readonly answer: string | null;
  readonly end: string | null;
  readonly publicReason: string | null;
  readonly solved: boolean | null;
  readonly rating: string | null;
}

/** Problems that came in within a period, and their rates by unit, category and month. */
export interface ExportedProblems {
  readonly kind: 'problems';
  readonly period: Period;
  /** Whose: `全区` or units' names. */
  readonly of: string;
  readonly problems: readonly ExportedProblem[];
  readonly rates: readonly { readonly by: string; readonly rows: readonly ProblemRate[] }[];
}

/** What is exported, as far as its reader may see it: data with names and exact decimals, without any layout. */
export type ExportView =
  | ExportedRanking
  | ExportedIndicator
  | ExportedUnit
  | ExportedTrack
  | ExportedProblems;
