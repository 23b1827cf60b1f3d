import { withMeasure } from '#src/domain/assessment/with-measure.ts';
import { type Period, periodName } from '#src/domain/calendar/period.ts';
import type { TableElement } from '../kit/elements.ts';
import { type Markup, md } from '../kit/markup.ts';
import { coloured } from '../kit/phrasing.ts';
import { type TableColumn, table } from '../kit/table.ts';
import type { RoadmapMilestone, RoadmapStep, RoadmapView } from './roadmap-view.ts';

type Option = RoadmapView['options'][number];

/** `12.35 → 12.5 亿元`; what is not reported says so. */
export function stepWords({ value, needed, measure }: RoadmapStep): string {
  return `${value === null ? '未报' : value} → ${withMeasure(needed, { measure })}`;
}

/** Every single indicator that is enough. */
export function optionsTable(rows: readonly Option[]): TableElement {
  return table<Option>({
    rows,
    freezeFirst: true,
    columns: [
      { title: '指标', width: '140px', text: (row) => row.indicator },
      { title: '目前 → 需达到', width: '150px', align: 'right', text: stepWords },
      { title: '增量', width: '110px', align: 'right', text: (row) => withMeasure(row.gain, row) },
      { title: '占全年目标', width: '100px', align: 'right', text: (row) => row.share ?? '—' },
      { title: '得分', width: '80px', align: 'right', text: (row) => row.scoreAfter },
      { title: '名次', width: '80px', text: (row) => `第 ${row.placeAfter} 名` },
      { title: '时期', width: '130px', text: (row) => periodName(row.period) },
    ],
  });
}

/** Expected and actual at each milestone, and the places in the city and the province. */
export function milestonesTable(rows: readonly RoadmapMilestone[]): TableElement {
  const points = rows.flatMap((row) => row.points);
  const periodsOf = (ended: boolean) =>
    [...new Set(points.filter((point) => point.ended === ended).map(({ period }) => period))].sort();
  // The last one that is over says most, on a phone it is the only one in sight.
  const periods = [...periodsOf(true).reverse(), ...periodsOf(false)];
  return table<RoadmapMilestone>({
    rows,
    freezeFirst: true,
    columns: [
      { title: '指标', width: '130px', text: (row) => `${row.indicator}（${row.measure}）` },
      ...periods.map(columnOf),
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
    markdown: ({ points }) => pointMark(points.find((point) => point.period === period)),
  };
}

function pointMark(point: RoadmapMilestone['points'][number] | undefined): Markup {
  if (!point) return md`—`;
  const { actual, expected, ended, behind } = point;
  if (!ended) return coloured('grey', `预期 ${expected}`);
  if (actual === null) return coloured('grey', `无数据 / ${expected}`);
  return behind ? coloured('red', `${actual} / ${expected} 落后`) : md`${actual} / ${expected}`;
}

function placeWords(place: number | null | undefined): string {
  return place === null || place === undefined ? '—' : `第 ${place} 位`;
}

function cityWords({ place, expectedPlace }: RoadmapMilestone): string {
  const expected = expectedPlace === undefined ? '' : `（预期第 ${expectedPlace} 位）`;
  if (place === undefined || place.city === null) return expected === '' ? '—' : `—${expected}`;
  return `第 ${place.city}/${place.cityTotal} 位${expected}`;
}
