import type { DecisionKind } from '#src/domain/assessment/brief/brief-decisions.ts';
import type { Period } from '#src/domain/calendar/period.ts';
import type { Frame } from '../kit/frame.ts';

/** A unit that moved; figures as text. */
interface BriefMove {
  readonly unit: string;
  readonly unitName: string;
  readonly track: string;
  readonly previous: Period;
  readonly placeBefore: number;
  readonly place: number;
  /** Places gained, below 0 when lost. */
  readonly places: number;
  readonly scoreBefore: string;
  readonly score: string;
  /** Signed. */
  readonly points: string;
  readonly provisional: boolean;
}

/** Something that needs a decision. */
interface BriefDecision {
  readonly kind: DecisionKind;
  readonly count: number;
  /** What is so. */
  readonly fact: string;
  /** What is to be decided. */
  readonly ask: string;
}

/** The brief of a period: what moved, what needs a decision. */
export interface BriefView extends Frame {
  readonly period: Period;
  readonly running: boolean;
  readonly title: string;
  readonly units: number;
  readonly reported: number;
  readonly due: number;
  readonly moves: readonly BriefMove[];
  readonly decisions: readonly BriefDecision[];
  readonly previous?: Period | undefined;
  readonly next?: Period | undefined;
}

/** What a decision rests on. */
export interface BriefEvidenceView extends Frame {
  readonly kind: DecisionKind;
  readonly period: Period;
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly unit?: { readonly id: string; readonly name: string } | undefined;
    readonly indicator?: { readonly code: string; readonly name: string } | undefined;
    /** Where the reader works on the problem and nobody reads along. */
    readonly ticket?: { readonly id: string; readonly code: string } | undefined;
  }[];
  /** Nobody reads along. */
  readonly alone: boolean;
  /** 1-based. */
  readonly page: number;
}
