import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { previewWorkbook } from '#src/documents/reading/plan-workbook.ts';
import type { ImportBase } from '#src/domain/import/plan/import-plan.ts';

// A process of its own: the peak of its memory is that of one import.
const [file = '', units = '0', indicators = '0'] = process.argv.slice(2);

const base: ImportBase = {
  units: Array.from({ length: Number(units) }, (_, index) => ({
    id: `U${1000 + index}`,
    name: `第${index}单位`,
    short_name: `第${index}单位`,
    aliases: [],
    kind: 'department',
    kind_name: '机关部门',
    track: 'T1',
    grades: {},
  })),
  tracks: [],
  task_forces: [],
  cadres: [],
  indicators: Array.from({ length: Number(indicators) }, (_, index) => ({
    code: `QQ-${String(index).padStart(2, '0')}`,
    name: `第${index}指标`,
    aliases: [],
    measure: '亿元',
    decimals: 2,
    direction: 'higher',
    kind: 'cumulative',
    frequency: 'month',
    min: '0',
    max: '100000',
    growth_of: null,
    task_force: 'TF01',
    lead_unit: 'U1000',
    leader: 'C001',
    source: '',
    level: 'district',
  })),
  benchmarks: [],
  assignments: [],
  reports: [],
};

const bytes = await readFile(file);
const delay = monitorEventLoopDelay({ resolution: 5 });
await wait(200);
delay.enable();
delay.reset();
const since = performance.now();
const moment = { by: 'C001', at: '2026-11-22T09:00:00+08:00' };
const limits = { tasks: null, locks: [], now: moment.at };
const { summary } = await previewWorkbook({ bytes, base, moment, limits });
const measured = {
  ms: performance.now() - since,
  rss: process.resourceUsage().maxRSS * 1024,
  held: delay.max / 1e6,
  values: summary.counts.find(({ collection }) => collection === 'reports')?.added,
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
