import type { CardSample } from '../samples.ts';
import { type ExportView, exportCard, exportListCard } from './export.ts';

const named = (count: number, name: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => ({ id: `X${at + 1}`, name: name(at + 1) }));

const tracks = ['发展攻坚赛道', '服务保障赛道', '镇街竞进赛道', '园区国企赛道'].map((name, at) => ({
  id: `T${at + 1}`,
  name,
}));

const office: ExportView = {
  demo: true,
  period: '2026-10',
  previous: '2026-09',
  next: '2026-11',
  tracks,
  taskForces: named(14, (at) => `第${at}专班`),
  indicators: [],
  unitTracks: tracks,
  units: [],
  ruleTracks: tracks,
  problems: true,
};

const cadre: ExportView = {
  ...office,
  taskForces: [],
  indicators: named(37, (at) => `高新技术产业产值占规上工业总产值比重（第 ${at} 项）`),
  unitTracks: [],
  units: [{ id: 'U32', name: '文澜街道' }],
  ruleTracks: tracks.slice(2, 3),
};

/** What can be exported, in its cases. */
export const exportSamples: readonly CardSample[] = [
  { id: 'export.export.office', title: '导出：考核办', card: exportCard(office) },
  { id: 'export.export.cadre', title: '导出：单位干部', card: exportCard(cadre) },
  {
    id: 'export.export.longest',
    title: '导出：指标和单位都多',
    card: exportCard({
      ...cadre,
      indicators: named(134, (at) => `指标${at}：${'很长的名称'.repeat(6)}`),
      units: named(12, (at) => `云澜高新技术产业开发区管理委员会第${at}分区`),
    }),
  },
  {
    id: 'export.export.none',
    title: '导出：没有单位和诉求',
    card: exportCard({ ...office, taskForces: [], unitTracks: [], ruleTracks: [], problems: false }),
  },
  {
    id: 'export.export.list',
    title: '导出：选一项指标',
    card: exportListCard({
      demo: true,
      list: 'values',
      of: '经济运行专班',
      period: '2026-10',
      options: named(12, (at) => `指标${at}`),
    }),
  },
  {
    id: 'export.export.nothing',
    title: '导出：没有可选的单位',
    card: exportListCard({ demo: true, list: 'unit', of: '园区国企赛道', period: '2026-10', options: [] }),
  },
];
