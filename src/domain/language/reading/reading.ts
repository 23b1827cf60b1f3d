import type { Measure } from '../numbers/measures.ts';
import type { SaidPeriod } from '../periods/said-period.ts';
import type { WordRole } from '../text/words.ts';
import type { Naming, Quantity } from '../tokens/token.ts';

/** What a number of the message is. */
export type ReadingRole =
  | 'value'
  | 'own' // the month's own figure
  | 'growth'
  | 'change' // by how much, not how much
  | 'share' // of the target
  | 'goal'
  | 'remark' // another's figure, a place, a comparison
  | 'vague';

/** A number of the message with everything said of it. */
export interface Reading {
  readonly role: ReadingRole;
  /** Where the number stands in the text. */
  readonly at: number;
  readonly quantity: Quantity;
  /** Measure said apart from the number, e.g. at the head of a list. */
  readonly measure: Measure | undefined;
  readonly words: ReadonlySet<WordRole>;
  naming: Naming | undefined;
  /** Words beside it that nothing explains: the name is not what it seems. */
  readonly strange: string | undefined;
  /** Set where a plan or another's figure before it may be meant of it too. */
  readonly shadowed: boolean;
  /** Set where it may be the figure of another than the units known. */
  doubtful?: boolean;
  units: readonly string[] | undefined;
  period: SaidPeriod | undefined;
  /** The fragment it was read from. */
  readonly text: string;
}
