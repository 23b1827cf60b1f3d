import type { CardSample } from '../samples.ts';
import { type EvidenceView, evidenceAttachedCard, evidenceCard } from './evidence.ts';

const target = {
  report: 'report_1',
  indicator: '固定资产投资',
  unitName: '区城投集团',
  period: '2026-10',
  value: '12.35 亿元',
};

const usual: EvidenceView = {
  demo: true,
  hash: '0'.repeat(64),
  name: '10月投资台账.pdf',
  targets: [target, { ...target, report: 'report_2', indicator: '固定资产投资增速', value: '7.1%' }],
};

const longTarget = {
  ...target,
  indicator: '高新技术产业产值占规上工业总产值比重（含跨年度续建项目）',
  unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
  period: '2026-10B',
  value: '1234567.89 万人次',
};

/** Evidence in its cases. */
export const evidenceSamples: readonly CardSample[] = [
  { id: 'values.evidence.usual', title: '收到文件：附到哪一项', card: evidenceCard(usual) },
  {
    id: 'values.evidence.longest',
    title: '收到文件：二十项可选',
    card: evidenceCard({
      ...usual,
      name: `${'云澜高新技术产业开发区固定资产投资台账'.repeat(8)}.pdf`,
      targets: Array.from({ length: 20 }, (_, index) => ({ ...longTarget, report: `report_${index}` })),
    }),
  },
  {
    id: 'values.evidence.empty',
    title: '收到文件：没有可附的上报',
    card: evidenceCard({ ...usual, targets: [] }),
  },
  {
    id: 'values.evidence.office',
    title: '收到文件：考核办',
    card: evidenceCard({
      ...usual,
      name: '省级试点验收意见.pdf',
      targets: [],
      adjustments: [
        {
          ...{ proposal: 'adj_1', unitName: '区财政局', type: 'bonus', points: '0.5' },
          reason: '省级试点通过验收，获优秀等次',
        },
      ],
    }),
  },
  {
    id: 'values.evidence.propose',
    title: '收到文件：考核办，没有待审核的',
    card: evidenceCard({ ...usual, name: '省级试点验收意见.pdf', targets: [], adjustments: [] }),
  },
  {
    id: 'values.evidence.attached',
    title: '已附佐证材料',
    card: evidenceAttachedCard({ demo: true, file: usual.name, files: 2, ...target }),
  },
];
