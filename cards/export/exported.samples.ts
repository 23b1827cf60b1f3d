import type { CardSample } from '../samples.ts';
import { exportedCard } from './exported.ts';

const sheet = (name: string, count: number) => ({ name, rows: Array.from({ length: count }) });

/** A workbook that follows, in its cases. */
export const exportedSamples: readonly CardSample[] = [
  {
    id: 'export.exported.unit',
    title: '已导出：单位总表',
    card: exportedCard({
      demo: true,
      title: '2026年10月区经开区考核总表',
      sheets: [
        sheet('得分明细', 44),
        sheet('目标任务分解', 44),
        sheet('月度进度', 26),
        sheet('半月进度', 6),
        sheet('季度和半年进度', 12),
      ],
    }),
  },
  {
    id: 'export.exported.longest',
    title: '已导出：很多表',
    card: exportedCard({
      demo: true,
      title: '2026年10月'.padEnd(90, '云澜高新技术产业开发区'),
      sheets: Array.from({ length: 30 }, (_, at) => sheet(`第${at + 1}张表：${'名称'.repeat(20)}`, 500)),
    }),
  },
  {
    id: 'export.exported.empty',
    title: '已导出：没有行',
    card: exportedCard({ demo: true, title: '2026年10月排名', sheets: [sheet('各赛道', 0)] }),
  },
];
