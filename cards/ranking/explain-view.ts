import type { Indicator } from '#src/domain/assessment/records/indicator.ts';
import type { Rule } from '#src/domain/assessment/records/rule.ts';
import type { AssignmentStatus } from '#src/domain/assessment/scoring/assignment-score.ts';
import type { Compared } from '#src/domain/assessment/working/benchmark-words.ts';
import type { Period } from '#src/domain/calendar/period.ts';
import type { Frame } from '../kit/frame.ts';

/** One indicator of a unit's score; figures as text, with the decimals that are shown. */
export interface ExplainLine {
  readonly indicator: string;
  /** The indicator's own period that counts. */
  readonly period: Period;
  readonly measure: string;
  readonly weight: string;
  /** Null when nothing was reported. */
  readonly value: string | null;
  readonly target: string | null;
  readonly rule: Rule;
  /** The indicator's, since it decides how the rule reads. */
  readonly direction: Indicator['direction'];
  /** Null, like points and lost, when it is left out of the sum. */
  readonly f: string | null;
  readonly points: string | null;
  /** weight − points. */
  readonly lost: string | null;
  readonly status: AssignmentStatus;
  /** Beside the city, where that is known. */
  readonly compared?: readonly Compared[] | undefined;
  /** Where the data come from, e.g. `区统计局`. */
  readonly source: string;
  /** Who reported it, or has to. */
  readonly reporter: string;
}

/** A bonus, deduction or veto that counts in the period. */
interface ExplainAdjustment {
  readonly type: 'bonus' | 'deduction' | 'veto';
  readonly points: string;
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The proposal it came from, and the names of its evidence, where these may be opened here. */
  readonly proposal?: string | undefined;
  readonly files?: readonly string[] | undefined;
}

/** What the explanation of a unit's score shows. */
export interface ExplainView extends Frame {
  readonly unit: string;
  readonly unitName: string;
  readonly track?: { readonly id: string; readonly name: string } | undefined;
  readonly period: Period;
  readonly running: boolean;
  /** Two decimals; null without any weight that counts. */
  readonly score: string | null;
  readonly place: number | null;
  /** Units in the track. */
  readonly units: number;
  readonly reported: number;
  readonly due: number;
  /** Why the score is provisional; absent when it is not. */
  readonly provisionalWhy?: string | undefined;
  readonly vetoed: boolean;
  /** Σ points and Σ weights of what counts. */
  readonly points: string;
  readonly weights: string;
  /** After the track's cap. */
  readonly bonus: string;
  /** What the bonuses would be without the cap, when they exceed it. */
  readonly bonusUncapped?: string | undefined;
  readonly deduction: string;
  readonly adjustments: readonly ExplainAdjustment[];
  /** In any order: the card puts the most lost first. */
  readonly lines: readonly ExplainLine[];
  /** What one more unit of the measure in the good direction is worth; the card shows the first three. */
  readonly oneMore: readonly {
    readonly indicator: string;
    /** E.g. `多 1 家`, `少 1 起`, `多 1 个百分点`. */
    readonly step: string;
    /** Points of the score. */
    readonly gain: string;
  }[];
  /** 1-based. */
  readonly page: number;
  readonly previous?: Period | undefined;
  readonly next?: Period | undefined;
}
