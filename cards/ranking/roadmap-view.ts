import type { Period } from '#src/domain/calendar/period.ts';
import type { Frame } from '../kit/frame.ts';

/** Some steps in one indicator; figures as text. */
export interface RoadmapStep {
  readonly indicator: string;
  readonly measure: string;
  readonly period: Period;
  /** Null where nothing is reported. */
  readonly value: string | null;
  readonly needed: string;
  readonly gain: string;
  /** gain ÷ annual target, e.g. `1.25%`; null where the target is not above 0. */
  readonly share: string | null;
}

interface Reached {
  readonly scoreAfter: string;
  readonly placeAfter: number;
  /** The best score then of those who were ahead: their scores may change, too. Absent where none has one. */
  readonly aheadAfter?: string | undefined;
}

/** What was expected at a day and what came of it. */
interface MilestonePoint {
  readonly period: Period;
  readonly expected: string;
  readonly actual: string | null;
  readonly ended: boolean;
  readonly behind: boolean;
}

/** One indicator's milestones and its places in city and province. */
export interface RoadmapMilestone {
  readonly indicator: string;
  readonly measure: string;
  readonly points: readonly MilestonePoint[];
  readonly place?:
    | {
        readonly period: Period;
        readonly city: number | null;
        readonly cityTotal: number;
        readonly province: number | null;
      }
    | undefined;
  readonly expectedPlace?: number | undefined;
}

/** What one of those who would be overtaken has to do. */
interface Staying {
  readonly name: string;
  /** Points of the score more. */
  readonly points: string;
  /** The smallest single indicator that is enough; only for who may see its values. */
  readonly option?: RoadmapStep | undefined;
  /** True: no single indicator is enough. */
  readonly none?: boolean | undefined;
}

/** A unit's way to the next place. */
export interface RoadmapView extends Frame {
  readonly unit: string;
  readonly unitName: string;
  readonly track: { readonly id: string; readonly name: string };
  readonly period: Period;
  readonly running: boolean;
  readonly provisional: boolean;
  readonly score: string | null;
  readonly place: number | null;
  /** Who stands on the next better place; absent for the first. Only names that may be shown. */
  readonly ahead?:
    | {
        readonly units: number;
        readonly names: readonly string[];
        readonly place: number | null;
        readonly score: string | null;
        readonly gap: string | null;
      }
    | undefined;
  /** Every single indicator that is enough, the smallest first. */
  readonly options: readonly (RoadmapStep & Reached)[];
  /** The cheapest combination where it is cheaper than the smallest single one, or there is none. */
  readonly combination?:
    | (Reached & {
        readonly steps: readonly RoadmapStep[];
        readonly share: string | null;
        readonly proven: boolean;
      })
    | undefined;
  /** True where it is proven that no combination is cheaper than the smallest single one; false where none was found. */
  readonly singleIsCheapest?: boolean | undefined;
  readonly staying: readonly Staying[];
  /** The one furthest behind first. */
  readonly milestones: readonly RoadmapMilestone[];
  /** 1-based. */
  readonly page: number;
}
