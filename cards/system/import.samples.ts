import { periodAt } from '#src/domain/calendar/period.ts';
import { longChange } from '../rules/sample-changes.ts';
import type { CardSample } from '../samples.ts';
import { type ImportView, importCard } from './import.ts';
import { importHowCard } from './import-how.ts';
import { importProgressCard, importToldCard } from './import-told.ts';

const problem = {
  sheet: '月度进度',
  cell: 'N700',
  severity: 'error' as const,
  message:
    '第700行：9月：区经开区“一般公共预算收入”204900 亿元超出合理上限400 亿元，疑似按万元填报（折合20.49 亿元）。',
  remedy: '按亿元填写。系统不会自动换算没有注明单位的数。',
};

const record: ImportView['record'] = {
  id: 'imp_1',
  file: { hash: 'a'.repeat(64), name: '月度进度.xlsx' },
  digest: 'b'.repeat(64),
  kinds: ['月度进度'],
  counts: [{ collection: 'reports', added: 132, changed: 1, removed: 0, unchanged: 13_344 }],
  unknown: [],
  errors: 6,
  warnings: 2,
  problems: [
    ...Array.from({ length: 6 }, () => problem),
    {
      sheet: '月度进度',
      cell: 'O302',
      severity: 'warning',
      message: '第302行：10月：区农业农村局“新建高标准农田”累计数8小于前一期的12，累计指标不应减少。',
      remedy: '核对是否误填当月数；确需调减请在备注说明并由主要负责人确认。',
    },
    {
      sheet: '月度进度',
      cell: 'O88',
      severity: 'warning',
      message: '第88行：10月：区财政局“一般公共预算收入”原数165.2 亿元（待审核）→ 新数164.83 亿元。',
      remedy: '核对以哪个数为准；保留原数请清空这一格。',
    },
  ],
  held: [],
  foreign: 0,
  locked: 0,
};

const clean = { errors: 0, warnings: 0, problems: [] };

const monthsOf = (year: number) => Array.from({ length: 12 }, (_, at) => periodAt('month', year, at + 1));

const longest: ImportView['record'] = {
  ...record,
  file: { ...record.file, name: `${'云澜区2026年度高质量发展综合考核目标任务分解表'.repeat(4)}.xlsx` },
  kinds: ['单位与干部', '指标与赛道', '目标任务分解', '月度进度'],
  counts: (
    [
      'units',
      'tracks',
      'task_forces',
      'cadres',
      'indicators',
      'benchmarks',
      'assignments',
      'reports',
    ] as const
  ).map((collection) => ({ collection, added: 1234, changed: 678, removed: 123, unchanged: 56_789 })),
  unknown: Array.from({ length: 9 }, (_, at) => `没有认出的表${at + 1}`),
  errors: 1900,
  warnings: 300,
  problems: Array.from({ length: 200 }, () => ({
    ...problem,
    sheet: '很长的表名'.repeat(6),
    message: '很长的一句话，说清楚哪里不对。'.repeat(20),
    remedy: '很长的一句话，说清楚怎么改。'.repeat(20),
  })),
  held: Array.from({ length: 12 }, (_, at) => ({
    name: `云澜高新技术产业开发区管理委员会${at}`,
    year: 2026,
    sum: '101.25',
    rows: 37,
  })),
  foreign: 120,
  locked: 45,
  late: 12_345,
  rules: [2026, 2027].map((year) => ({
    ...{ year, total: 1470, from: `${year}-01`, starts: monthsOf(year) },
    first: Array.from({ length: 5 }, () => longChange),
  })),
};

const targets: ImportView['record'] = {
  ...{ ...record, ...clean },
  file: { ...record.file, name: '目标任务分解.xlsx' },
  kinds: ['目标任务分解'],
  counts: [{ collection: 'assignments', added: 1, changed: 21, removed: 2, unchanged: 1450 }],
  rules: [
    {
      ...{ year: 2026, total: 24, from: '2026-11', starts: ['2026-10', '2026-11', '2026-12'] },
      first: [
        {
          about: '区经开区 · 一般公共预算收入',
          kind: 'changed',
          fields: [{ name: '全年目标', before: '30 亿元', after: '31 亿元' }],
        },
        {
          about: '区财政局 · 非税收入占比',
          kind: 'changed',
          fields: [
            { name: '权重', before: '2.5', after: '3' },
            { name: '赋分规则', before: '目标完成率', after: '区间赋分（60%得0分，100%得满分）' },
          ],
        },
        {
          about: '区住建局 · 老旧小区改造开工数',
          kind: 'removed',
          fields: [
            { name: '权重', before: '2', after: null },
            { name: '全年目标', before: '12 个', after: null },
          ],
        },
        {
          about: '区投促局 · 新签约亿元以上项目',
          kind: 'added',
          fields: [
            { name: '权重', before: null, after: '4' },
            { name: '全年目标', before: null, after: '20 个' },
          ],
        },
      ],
    },
  ],
};

/** Importing a workbook, in its cases. */
export const importSamples: readonly CardSample[] = [
  {
    id: 'system.import.preview',
    title: '导入预览：有错误和提醒',
    card: importCard({ demo: true, record, page: 1 }),
  },
  {
    id: 'system.import.clean',
    title: '导入预览：没有问题',
    card: importCard({ demo: true, record: { ...record, ...clean }, page: 1 }),
  },
  {
    id: 'system.import.late',
    title: '导入预览：有逾期的',
    card: importCard({ demo: true, record: { ...record, ...clean, late: 87 }, page: 1 }),
  },
  {
    id: 'system.import.rules',
    title: '导入预览：规则有变动',
    card: importCard({ demo: true, record: targets, page: 1 }),
  },
  {
    id: 'system.import.held',
    title: '导入预览：有单位待平衡',
    card: importCard({
      demo: true,
      record: {
        ...record,
        ...clean,
        file: { ...record.file, name: '目标任务分解.xlsx' },
        kinds: ['目标任务分解'],
        counts: [{ collection: 'assignments', added: 4, changed: 21, removed: 2, unchanged: 1450 }],
        held: [
          { name: '区住建局', year: 2026, sum: '101', rows: 37 },
          { name: '区教育局', year: 2026, sum: '90', rows: 17 },
        ],
      },
      page: 1,
    }),
  },
  {
    id: 'system.import.renewed',
    title: '导入预览：资料有变动',
    card: importCard({ demo: true, record, page: 2, renewed: true }),
  },
  {
    id: 'system.import.longest',
    title: '导入预览：最长',
    card: importCard({ demo: true, record: longest, page: 3 }),
  },
  {
    id: 'system.import.many',
    title: '导入预览：一次太多',
    card: importCard({
      demo: true,
      record: {
        ...{ ...record, ...clean, late: 450_000 },
        counts: [{ collection: 'reports', added: 500_000, changed: 0, removed: 0, unchanged: 0 }],
      },
      page: 1,
    }),
  },
  {
    id: 'system.import.nothing',
    title: '导入预览：没有变动',
    card: importCard({
      demo: true,
      record: {
        ...record,
        ...clean,
        counts: [{ collection: 'reports', added: 0, changed: 0, removed: 0, unchanged: 13_477 }],
      },
      page: 1,
    }),
  },
  {
    id: 'system.import.progress',
    title: '导入：正在读取',
    card: importProgressCard({ demo: true, name: '月度进度.xlsx', step: '正在核对 1462 行' }),
  },
  {
    id: 'system.import.done',
    title: '导入：已导入',
    card: importToldCard({ demo: true, record, state: 'done', versions: ['2026-4'] }),
  },
  {
    id: 'system.import.dropped',
    title: '导入：已放弃',
    card: importToldCard({ demo: true, record, state: 'dropped' }),
  },
  {
    id: 'system.import.how',
    title: '导入：都可以',
    card: importHowCard({ demo: true, roster: true, rules: true, values: 'all' }),
  },
  {
    id: 'system.import.how_own',
    title: '导入：只有本人填报的',
    card: importHowCard({ demo: true, roster: false, rules: false, values: 'own' }),
  },
];
