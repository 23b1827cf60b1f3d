import { frameWords } from '#src/shared/frame-words.ts';
import type { Instant } from '#src/shared/time.ts';
import { caption, hr } from './content.ts';
import type { BodyElement } from './elements.ts';

/** What every view says of itself: whether the data are the demonstration's, and for scores as of when and by which rules. */
export interface Frame {
  readonly demo: boolean;
  readonly asOf?: Instant | undefined;
  readonly ruleVersion?: string | undefined;
}

/** The frame of a card that shows no scores: it only names the demonstration, whatever else is known. */
export function plainFrame({ demo }: Pick<Frame, 'demo'>): Frame {
  return { demo };
}

/** The foot of a card: as-of time, rule version, demonstration data; nothing when there is nothing to say. */
export function frameFoot(frame: Frame): BodyElement[] {
  const words = frameWords(frame);
  return words === '' ? [] : [hr(), caption(words)];
}
