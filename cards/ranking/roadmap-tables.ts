import { differenceWithMeasure, withMeasure } from '#src/domain/assessment/records/with-measure.ts';
import { endOf, type Period, periodName, startOf } from '#src/domain/calendar/period.ts';
import type { TableElement } from '../kit/elements.ts';
import { type Markup, md } from '../kit/markup.ts';
import { coloured } from '../kit/phrasing.ts';
import { type TableColumn, table } from '../kit/table.ts';
import type { RoadmapMilestone, RoadmapStep, RoadmapView } from './roadmap-view.ts';

type Option = RoadmapView['options'][number];

/** `12.35 → 12.50 亿元`; what is not reported says so. */
export function stepWords({ value, needed, measure }: RoadmapStep): string {
  const [from, to] = alike([value, needed]);
  return `${from ?? '未报'} → ${withMeasure(to ?? needed, { measure })}`;
}

/** Decimals with as many places each as the longest of them, so that they stand under one another. */
function alike(decimals: readonly (string | null)[]): (string | null)[] {
  const placesOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0;
  const places = Math.max(...decimals.map((decimal) => (decimal === null ? 0 : placesOf(decimal))));
  return decimals.map((decimal) => {
    if (decimal === null || places === 0) return decimal;
    const [whole = '', part = ''] = decimal.split('.');
    return `${whole}.${part.padEnd(places, '0')}`;
  });
}

/** Every single indicator that is enough. */
export function optionsTable(rows: readonly Option[]): TableElement {
  return table<Option>({
    rows,
    freezeFirst: true,
    columns: [
      { title: '指标', width: '140px', text: (row) => row.indicator },
      { title: '目前 → 需达到', width: '150px', align: 'right', text: stepWords },
      { title: '增量', width: '110px', align: 'right', text: (row) => differenceWithMeasure(row.gain, row) },
      { title: '占全年目标', width: '100px', align: 'right', text: (row) => row.share ?? '—' },
      { title: '得分', width: '80px', align: 'right', text: (row) => row.scoreAfter },
      { title: '前一位届时', width: '100px', align: 'right', text: (row) => row.aheadAfter ?? '—' },
      { title: '名次', width: '80px', text: (row) => `第 ${row.placeAfter} 名` },
      { title: '时期', width: '130px', text: (row) => periodName(row.period) },
    ],
  });
}

/** One period a day that milestones name, the longest: 二季度末 and 上半年末 are one column. */
function periodsByDay(rows: readonly RoadmapMilestone[]): Period[] {
  const named = rows.flatMap(({ points }) => points.map(({ period }) => period));
  const longestLast = named.sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  const byDay = new Map(longestLast.map((period) => [endOf(period), period]));
  return [...byDay.values()].sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
}

/** Expected and actual at each milestone, and the places in the city and the province. */
export function milestonesTable(rows: readonly RoadmapMilestone[]): TableElement {
  return table<RoadmapMilestone>({
    rows,
    freezeFirst: true,
    columns: [
      { title: '指标', width: '130px', text: (row) => `${row.indicator}（${row.measure}）` },
      ...periodsByDay(rows).map(columnOf),
      { title: '全市位次', width: '150px', text: cityWords },
      { title: '全省位次', width: '100px', text: ({ place }) => placeWords(place?.province) },
    ],
  });
}

function columnOf(period: Period): TableColumn<RoadmapMilestone> {
  return {
    title: `${periodName(period).replace(/^\d+年/, '') || periodName(period)}末`,
    width: '102px',
    align: 'right',
    markdown: ({ points }) =>
      pointMark(written(points).find((point) => endOf(point.period) === endOf(period))),
  };
}

/** The points of one indicator with as many decimal places each. */
function written(points: RoadmapMilestone['points']): RoadmapMilestone['points'] {
  const figures = alike(points.flatMap(({ expected, actual }) => [expected, actual]));
  return points.map((point, at) => ({
    ...point,
    expected: figures[2 * at] ?? point.expected,
    actual: figures[2 * at + 1] ?? null,
  }));
}

/** Words stand before the figures, so that these end where those above and below do. */
function pointMark(point: RoadmapMilestone['points'][number] | undefined): Markup {
  if (!point) return md`—`;
  const { actual, expected, ended, behind } = point;
  if (!ended) return coloured('grey', `预期 ${expected}`);
  if (actual === null) return coloured('grey', `无数据 / ${expected}`);
  return behind ? coloured('red', `落后 ${actual} / ${expected}`) : md`${actual} / ${expected}`;
}

function placeWords(place: number | null | undefined): string {
  return place === null || place === undefined ? '—' : `第 ${place} 位`;
}

function cityWords({ place, expectedPlace }: RoadmapMilestone): string {
  const expected = expectedPlace === undefined ? '' : `（预期第 ${expectedPlace} 位）`;
  if (place === undefined || place.city === null) return expected === '' ? '—' : `—${expected}`;
  return `第 ${place.city}/${place.cityTotal} 位${expected}`;
}
