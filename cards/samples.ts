import type { Card } from './kit/card.ts';

/** A card as the gallery shows it. */
export interface CardSample {
  /** `feature.card.case`, unique. */
  readonly id: string;
  /** In Chinese, what is shown. */
  readonly title: string;
  readonly card: Card;
}
