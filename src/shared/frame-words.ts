import { type Instant, longTime } from './time.ts';

/** What stands at the foot of whatever is made of demonstration data. */
export const demoLine = '演示数据，均为虚构';

/** What a card or a printed page says of its numbers. */
export interface Framed {
  readonly demo: boolean;
  readonly asOf?: Instant | undefined;
  readonly ruleVersion?: string | undefined;
}

/** As-of time, rule version and the demonstration, as cards and printed pages say them; empty when there is nothing to say. */
export function frameWords({ demo, asOf, ruleVersion }: Framed): string {
  const parts = [
    asOf === undefined ? '' : `数据截至 ${longTime(asOf)}`,
    ruleVersion === undefined ? '' : `规则版本 ${ruleVersion}`,
    demo ? demoLine : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
