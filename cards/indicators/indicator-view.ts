import type { Indicator } from '#src/domain/assessment/records/indicator.ts';
import type { Report } from '#src/domain/assessment/records/report.ts';
import type { Compared } from '#src/domain/assessment/working/benchmark-words.ts';
import type { Period } from '#src/domain/calendar/period.ts';
import type { TrendLine } from '../kit/chart.ts';
import type { Frame } from '../kit/frame.ts';

/** A unit in an indicator. */
export interface IndicatorRow {
  readonly unit: string;
  readonly unitName: string;
  /** Id of the report in force; absent while nothing is reported. */
  readonly report?: string | undefined;
  /** With its measure, like the target. */
  readonly value?: string | undefined;
  readonly target: string;
  /** Value ÷ target of the period, for cumulative values. */
  readonly completion?: string | undefined;
  readonly state?: Report['state'] | undefined;
}

/** An indicator in one of its periods, as one person may see it. */
export interface IndicatorView extends Frame {
  readonly code: string;
  readonly name: string;
  readonly period: Period;
  readonly measure: string;
  readonly kind: Indicator['kind'];
  readonly frequency: Indicator['frequency'];
  readonly due: string;
  readonly overdue: boolean;
  readonly locked: boolean;
  readonly owners: {
    readonly leader: string;
    readonly leadUnit: string;
    readonly force: string;
    readonly source: string;
  };
  readonly benchmark?:
    | {
        readonly figures: readonly string[];
        readonly district?: string | undefined;
        readonly compared: readonly Compared[];
        readonly place?: string | undefined;
      }
    | undefined;
  readonly own?:
    | (IndicatorRow & { readonly compared: readonly Compared[]; readonly mayExplain: boolean })
    | undefined;
  /** The units whose values may be shown here, the best first. */
  readonly rows: readonly IndicatorRow[];
  readonly reported: number;
  readonly expected: number;
  /** Who has not reported; absent where that may not be told. */
  readonly unreported?: readonly string[] | undefined;
  /** Whether all units' values are shown. */
  readonly whole: boolean;
  readonly trend?: { readonly unitName: string; readonly lines: readonly TrendLine[] } | undefined;
  /** Whether a value's history may be opened from here. */
  readonly mayTrace: boolean;
  readonly mayReport: boolean;
  readonly mayChase: boolean;
  readonly mayBenchmark: boolean;
  readonly previous?: Period | undefined;
  readonly next?: Period | undefined;
}

/** Indicators to choose from. */
export interface IndicatorPickView extends Pick<Frame, 'demo'> {
  readonly indicators: readonly { readonly value: string; readonly text: string }[];
}
