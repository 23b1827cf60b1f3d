import { type Instant, longTime } from '#src/shared/time.ts';
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

/** What stands at the foot of a card of demonstration data. */
export const demoLine = '演示数据，均为虚构';

/** The foot of a card: as-of time, rule version, demonstration data; nothing when there is nothing to say. */
export function frameFoot(frame: Frame): BodyElement[] {
  const parts = [
    frame.asOf === undefined ? '' : `数据截至 ${longTime(frame.asOf)}`,
    frame.ruleVersion === undefined ? '' : `规则版本 ${frame.ruleVersion}`,
    frame.demo ? demoLine : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [hr(), caption(parts.join(' · '))];
}
