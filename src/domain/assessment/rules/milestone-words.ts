import { endOf, type Period, periodAt, periodName } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import { decimalSchema } from '../records/decimal.ts';

type Milestones = Assignment['milestones'];

function withinYear(period: Period): string {
  return periodName(period).replace(/^\d{4}年(?=.)/, '');
}

/** A road map in words: `一季度=25；上半年=50（第3位）`; empty where there is none. */
export function milestoneWords(milestones: Milestones): string {
  return milestones
    .map(({ period, value, place }) => {
      const atPlace = typeof place === 'number' ? `（第${place}位）` : '';
      return `${withinYear(period)}=${value}${atPlace}`;
    })
    .join('；');
}

const lengths = { quarter: 4, half: 2, month: 12, year: 1 } as const;

function periodsOf(year: number): ReadonlyMap<string, Period> {
  const all = Object.entries(lengths).flatMap(([frequency, count]) =>
    Array.from({ length: count }, (_, index) => periodAt(frequency as keyof typeof lengths, year, index + 1)),
  );
  return new Map([
    ...all.map((period): [string, Period] => [withinYear(period), period]),
    ...all.map((period): [string, Period] => [period, period]),
    ['全年', `${year}`],
    ['年底', `${year}Q4`],
  ]);
}

/** Reads a road map, the inverse of `milestoneWords`; periods in words or as `2026Q1`. Undefined when a part is not understood or a day comes twice (二季度 and 上半年 end on one). */
export function readMilestones(text: string, year: number): Milestones | undefined {
  const bare = text.normalize('NFKC').replace(/ /g, '');
  if (bare === '') return [];
  const periods = periodsOf(year);
  const read = bare
    .split(/[;\n]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = '', value = '', place] =
        /^([^=:]+)[=:](-?[\d.]+)(?:\(第(\d{1,4})位\))?$/.exec(part) ?? [];
      const period = periods.get(name);
      if (period === undefined || !decimalSchema.safeParse(value).success) return undefined;
      return { period, value, ...(place === undefined ? {} : { place: Number(place) }) };
    });
  const known = read.filter((each) => each !== undefined);
  const isOnce = new Set(known.map(({ period }) => endOf(period))).size === known.length;
  return known.length === read.length && isOnce ? known : undefined;
}
