import type { Indicator } from '#src/domain/assessment/records/indicator.ts';
import { dataset } from '#src/seed/dataset.ts';
import { hear } from '../../domain/language/demo-language.ts';
import type { Seat } from './letters.ts';
import { seatCount } from './seats.ts';

/** Somebody who reports, and their sentence for a count: another value each time. */
export interface Reporter extends Seat {
  readonly say: (count: number) => string;
}

const indicators = new Map(dataset.indicators('data/demo').map((one) => [one.code, one]));
const assignments = dataset.assignments('data/demo');

const sentence = ({ name, measure, decimals }: Indicator, count: number) =>
  `${name}10月${(10 + (count % 890) / 10).toFixed(decimals)}${measure}`;

/** Whether one sentence of it is one monthly value and leaves nothing to ask. */
function isReportable(indicator: Indicator, unit: string): boolean {
  const { frequency, decimals, min, max } = indicator;
  if (frequency !== 'month' || decimals === 0 || Number(min) > 10 || Number(max) < 100) return false;
  const heard = hear(sentence(indicator, 7), unit);
  return heard.kind === 'progress' && heard.items.length === 1;
}

/** Colleagues of a unit each report something else: whoever reports the same at once is asked to look again. */
const taken = new Set<string>();

function reportableOf(unit: string | null): Indicator | undefined {
  if (unit === null) return undefined;
  const own = assignments.filter((assignment) => assignment.unit === unit);
  const free = own
    .flatMap(({ indicator }) => indicators.get(indicator) ?? [])
    .find((one) => !taken.has(`${unit} ${one.code}`) && isReportable(one, unit));
  if (free) taken.add(`${unit} ${free.code}`);
  return free;
}

/** The cadres who have something to report for their unit, as many as there are seats for. */
export const reporters: readonly Reporter[] = dataset
  .cadres('data/demo')
  .flatMap(({ id, unit }) => {
    const indicator = reportableOf(unit);
    if (!indicator) return [];
    const say = (count: number) => sentence(indicator, count);
    return [{ person: `ou_demo_${id}`, chat: `oc_bench_${id}`, say }];
  })
  .slice(0, seatCount);
