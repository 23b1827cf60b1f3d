/** One line of `npm run bench`: what was measured, ours beside the peer's, and the ratio that a target names. */
export interface BenchRow {
  /** What was measured, with its unit: `events/s at 50 connections`. */
  readonly name: string;
  readonly ours: number;
  /** The peer's figure of the same run; null where a target is absolute. */
  readonly peer: number | null;
  /** ours ÷ peer, or ours ÷ target where there is no peer. */
  readonly ratio: number | null;
  /** The target in words, as the issue states it. */
  readonly target?: string;
  /** Whether the target is met; undefined where there is none. */
  readonly met?: boolean;
}

/** How a part is to run. */
export interface BenchOptions {
  /** A fraction of the time: to see that it works, not to believe the figures. */
  readonly quick: boolean;
}

/** A part of the bench; parts are listed in `parts.ts` and run one after another. */
export type BenchPart = (tell: (line: string) => void, options: BenchOptions) => Promise<BenchRow[]>;
