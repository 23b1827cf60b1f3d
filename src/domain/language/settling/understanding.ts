import type { Period } from '../../calendar/period.ts';

/** Why the bot must ask before it can offer a value (data set README, messages 4). */
export type AskReason =
  | 'ambiguous_indicator'
  | 'unknown_indicator'
  | 'ambiguous_unit'
  | 'no_period'
  | 'period_unclear'
  | 'measure_missing'
  | 'measure_incompatible'
  | 'ratio_of_target'
  | 'out_of_range'
  | 'value_unclear';

/** One clear value: `unit` null means the sender's own; `value` is an exact decimal in the indicator's measure. */
export interface ProgressItem {
  indicator: string;
  unit: string | null;
  period: Period;
  value: string;
}

/** One thing to ask, with what was understood so far so that a form can be prefilled. */
export interface ProgressAsk {
  reason: AskReason;
  indicator: string | null;
  candidates?: string[];
  unit?: string | null;
  period?: Period;
  /** In the indicator's measure; for `measure_missing` the bare number as it was said. */
  value?: string;
  /** The fragment of the message it is about. */
  text: string;
}

/** What a message is when it reports nothing. */
export type NotProgressClass = 'chitchat' | 'question' | 'command' | 'instruction' | 'statement';

/** What a message was understood to say. */
export type Understanding =
  | { kind: 'progress'; items: ProgressItem[] }
  | { kind: 'ask'; asks: ProgressAsk[]; items: ProgressItem[] }
  /** `figures`: a number was said, which is recorded nowhere. */
  | { kind: 'not_progress'; class: NotProgressClass; figures: boolean };
