import type { Period } from '#src/domain/calendar/period.ts';
import type { Frame } from '../kit/frame.ts';

/** One supposed value. */
interface WhatIfItem {
  readonly indicator: string;
  readonly measure: string;
  readonly period: Period;
  readonly unitName: string;
  /** Null where nothing is reported. */
  readonly valueBefore: string | null;
  readonly value: string;
  /** Null where it is left out of the sum. */
  readonly pointsBefore: string | null;
  readonly points: string | null;
}

/** One unit of the track as it would be. */
export interface WhatIfRow {
  readonly unit: string;
  readonly name: string;
  /** Whose value is supposed. */
  readonly own: boolean;
  readonly place: number | null;
  /** Places gained (lost when negative). */
  readonly movement: number | null;
  readonly score: string | null;
  readonly scoreBefore: string | null;
}

interface Placed {
  readonly score: string | null;
  readonly place: number | null;
}

/** A track with supposed values. */
export interface WhatIfView extends Frame {
  readonly unit: string;
  readonly unitName: string;
  readonly track: { readonly id: string; readonly name: string };
  readonly period: Period;
  readonly running: boolean;
  readonly items: readonly WhatIfItem[];
  readonly before: Placed;
  readonly after: Placed;
  readonly rows: readonly WhatIfRow[];
  /** Not every unit is shown. */
  readonly limited: boolean;
}
