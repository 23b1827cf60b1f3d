import type { Period } from '#src/domain/calendar/period.ts';
import type { Frame } from '../kit/frame.ts';

/** An indicator in one of the two periods; figures as text. */
interface ComparedSide {
  readonly period: Period;
  readonly value: string | null;
  readonly target: string | null;
  readonly f: string | null;
  readonly points: string | null;
}

/** One indicator whose part of the score changed. */
export interface ComparedLine {
  readonly indicator: string;
  readonly measure: string;
  /** Signed, in points of the score. */
  readonly change: string;
  /** In a few words, e.g. `得分系数降低`. */
  readonly why: string;
  /** Null where it did not count. */
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
}

/** Other units in aggregate: how many, and what their scores gained in all, signed. */
interface Together {
  readonly units: number;
  readonly change: string;
}

interface Placed {
  readonly score: string;
  readonly place: number | null;
}

/** Why a unit's score differs between two periods. Changes are signed texts; Σ lines + bonus − deduction + rounding is the change. */
export interface CompareView extends Frame {
  readonly unit: string;
  readonly unitName: string;
  readonly track: { readonly id: string; readonly name: string };
  readonly from: Period;
  readonly to: Period;
  /** The later period has not ended yet. */
  readonly running: boolean;
  readonly before: Placed;
  readonly after: Placed;
  readonly change: string;
  readonly linesChange: string;
  readonly bonusChange: string;
  readonly deductionChange: string;
  readonly rounding: string;
  /** The greatest change first, up or down. */
  readonly lines: readonly ComparedLine[];
  /** How many indicators gave as much as before. */
  readonly unmoved: number;
  readonly passedUs: Together;
  readonly passedByUs: Together;
  /** 1-based. */
  readonly page: number;
}
