import type { Rational } from '../../../shared/rational.ts';
import type { Measure } from '../numbers/measures.ts';
import type { SaidPeriod } from '../periods/said-period.ts';
import type { WordRole } from '../text/words.ts';

/** A name of indicators in a text; `stem` when it names them only with a word of growth. */
export interface Naming {
  readonly codes: readonly string[];
  readonly stems: readonly string[];
  /** As written, folded. */
  readonly text: string;
}

/** A number with what stands right beside it. */
export interface Quantity {
  readonly value: Rational;
  readonly scaled: boolean;
  /** Written with + or −/负. */
  readonly signed: boolean;
  readonly vague: boolean;
  readonly measure: Measure | undefined;
}

/** How strongly a mark separates: 0 a space, 1 a colon, 2 a comma or bracket, 3 a sentence or line. */
export type BreakLevel = 0 | 1 | 2 | 3;

/** The pieces of a message in order. `rest` is what nothing explains. */
export type Token = { readonly at: number; readonly length: number } & (
  | { readonly kind: 'indicator'; readonly naming: Naming }
  | { readonly kind: 'unit'; readonly ids: readonly string[]; readonly text: string }
  | { readonly kind: 'period'; readonly said: SaidPeriod }
  | { readonly kind: 'number'; readonly quantity: Quantity }
  | { readonly kind: 'measure'; readonly measure: Measure; readonly scaled: boolean }
  | { readonly kind: 'word'; readonly role: WordRole; readonly text: string }
  | { readonly kind: 'rest'; readonly text: string }
  | { readonly kind: 'break'; readonly level: BreakLevel; readonly mark: string }
);
