import type { CardSample } from '../samples.ts';
import { type BenchmarkView, benchmarkCard, benchmarkPickCard } from './benchmark.ts';

const figures = {
  nation: '5.2',
  province: '5.0',
  city: '5.1',
  district: '5.7',
  city_place: 1,
  city_total: 11,
  province_place: 9,
};

const usual: BenchmarkView = {
  demo: true,
  code: 'JJ-04',
  name: '一般公共预算收入增速',
  measure: '%',
  period: '2026-10',
  current: { ...figures, by: '张岚 11月6日 09:00 录入' },
  compared: [
    { say: '快于全市 0.6 个百分点', verdict: 'better' },
    { say: '快于全省 0.7 个百分点', verdict: 'better' },
    { say: '快于全国 0.5 个百分点', verdict: 'better' },
  ],
  place: '列第 1 位（共 11 个）',
  earlier: [
    { said: '全国 5.2%，全省 5.0%，全市 5.3%，本区 5.7%，全市列第 2 位（共 11 个）', by: '由数据导入' },
  ],
  previous: '2026-09',
  next: '2026-11',
};

const many = Array.from({ length: 134 }, (_, index) => ({
  value: `JJ-${index}`,
  text: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
}));

/** Benchmarks in their cases. */
export const benchmarkSamples: readonly CardSample[] = [
  { id: 'indicators.benchmark.usual', title: '对标值：修改过一次', card: benchmarkCard(usual) },
  {
    id: 'indicators.benchmark.longest',
    title: '对标值：修改过八次',
    card: benchmarkCard({
      ...usual,
      name: '高新技术产业产值占规上工业总产值比重（含跨年度续建项目和云澜综合保税区）',
      earlier: Array.from({ length: 8 }, () => ({
        said: '全国 1234567.89 微克/立方米，全省 1234567.89 微克/立方米，全市 1234567.89 微克/立方米，本区 1234567.89 微克/立方米',
        by: '欧阳建国 11月6日 09:00 录入',
      })),
    }),
  },
  {
    id: 'indicators.benchmark.empty',
    title: '对标值：还没有',
    card: benchmarkCard({ ...usual, current: undefined, compared: [], place: undefined, earlier: [] }),
  },
  {
    id: 'indicators.benchmark.pick',
    title: '对标值：选指标',
    card: benchmarkPickCard({ demo: true, indicators: many, period: '2026-10' }),
  },
];
