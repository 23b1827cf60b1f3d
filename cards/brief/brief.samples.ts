import type { CardSample } from '../samples.ts';
import { type BriefView, briefCard } from './brief.ts';
import { type BriefEvidenceView, briefEvidenceCard } from './brief-evidence.ts';

const move = {
  unit: 'U01',
  unitName: '区发改委',
  track: '发展攻坚赛道',
  previous: '2026-09',
  placeBefore: 9,
  place: 5,
  places: 4,
  scoreBefore: '86.10',
  score: '89.56',
  points: '+3.46',
  provisional: true,
};

/** A month in which something moved and something waits. */
export const briefSample: BriefView = {
  demo: true,
  asOf: '2026-11-06T09:00:00+08:00',
  ruleVersion: '2026-1',
  period: '2026-10',
  running: false,
  title: '2026年10月考核工作简报',
  units: 48,
  reported: 1250,
  due: 1301,
  moves: [
    move,
    {
      ...move,
      unit: 'U42',
      unitName: '区经开区',
      track: '园区国企赛道',
      placeBefore: 2,
      place: 5,
      places: -3,
      scoreBefore: '88.20',
      score: '86.12',
      points: '-2.08',
      provisional: false,
    },
    {
      ...move,
      unit: 'U33',
      unitName: '望江街道',
      track: '镇街竞进赛道',
      placeBefore: 6,
      place: 3,
      places: 3,
      scoreBefore: '87.64',
      score: '89.56',
      points: '+1.92',
    },
  ],
  decisions: [
    {
      kind: 'problem',
      count: 3,
      fact: '截至11月6日，3 件企业诉求超过时限，最久的超 4 个工作日（区经开区，用地）；另有 2 件超期的已经提级。',
      ask: '请决定是否提级督办。',
    },
    {
      kind: 'unreported',
      count: 37,
      fact: '37 项数据逾期未报，涉及 21 个单位，最多的是区文旅局（5 项）。',
      ask: '未报按 0 分计，请决定是否督促补报。',
    },
    {
      kind: 'behind',
      count: 12,
      fact: '12 项指标落后路线图一成以上，差得最多的是区商务局“跨境电商进出口额”，8.1 亿元，预期 12，差 33%。',
      ask: '请决定是否专题调度。',
    },
  ],
  previous: '2026-09',
  next: '2026-11',
};

const longName = '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）';

const longest: BriefView = {
  ...briefSample,
  running: true,
  moves: briefSample.moves.map((each) => ({
    ...each,
    unitName: longName,
    track: '园区、平台和国有企业竞进赛道',
  })),
  decisions: briefSample.decisions.map((each) => ({
    ...each,
    fact: `128 项指标落后路线图一成以上，差得最多的是${longName}“高新技术产业产值占规上工业总产值比重”，8.1 微克/立方米，预期 12，差 33%。`,
  })),
};

const quiet: BriefView = { ...briefSample, moves: [], decisions: [], previous: undefined, next: undefined };

const unreported: BriefEvidenceView = {
  demo: true,
  asOf: '2026-11-06T09:00:00+08:00',
  ruleVersion: '2026-1',
  kind: 'unreported',
  period: '2026-10',
  rows: Array.from({ length: 37 }, (_, at) => ({
    cells: ['区文旅局', `接待游客人次（第 ${at + 1} 项）`, '2026年10月', '11月6日'],
    unit: { id: `U${10 + at}`, name: `区文旅局${at}` },
    indicator: { code: `WL-${10 + at}`, name: `接待游客人次（第 ${at + 1} 项）` },
  })),
  alone: true,
  page: 1,
};

const problems: BriefEvidenceView = {
  ...unreported,
  kind: 'problem',
  rows: [
    { cells: ['P0512', '尚未交办', '1 个工作日', '融资', '受理', '11月5日'] },
    {
      cells: ['P0467', '区经开区', '4 个工作日', '用地', '首次答复（已提级）', '11月2日'],
      ticket: { id: 'P0467', code: 'DVGAC5Q8' },
    },
  ],
};

/** The brief and its evidence in their cases. */
export const briefSamples: readonly CardSample[] = [
  { id: 'brief.brief.month', title: '简报：一个月', card: briefCard(briefSample) },
  { id: 'brief.brief.longest', title: '简报：最长的名称', card: briefCard(longest) },
  { id: 'brief.brief.quiet', title: '简报：没有变化', card: briefCard(quiet) },
  { id: 'brief.brief.unreported', title: '简报依据：未报', card: briefEvidenceCard(unreported) },
  { id: 'brief.brief.problems', title: '简报依据：诉求', card: briefEvidenceCard(problems) },
  {
    id: 'brief.brief.group',
    title: '简报依据：诉求，在领导群里',
    card: briefEvidenceCard({ ...problems, alone: false }),
  },
  {
    id: 'brief.brief.nothing',
    title: '简报依据：已办好',
    card: briefEvidenceCard({ ...problems, rows: [] }),
  },
];
