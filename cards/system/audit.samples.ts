import type { CardSample } from '../samples.ts';
import { type AuditRow, type AuditView, auditCard } from './audit.ts';

const head = { seq: 20_417, head: '9ffe53e0380896153de35ceb7153448d8908d15b32e982c2f5d08915684942be' };
const topics = ['上报', '诉求', '绑定', '登记', '规则', '审计', '全部'];
const at = '2026-11-06T09:12:00+08:00';

const rows: readonly AuditRow[] = [
  {
    ...{ at, who: '许美玲（区财政局）', what: 'press.report.confirm', large: false, total: 1, asked: 1 },
    things: [
      {
        ...{ collection: 'reports', name: '区财政局 · 专项债券资金支出进度', removed: false },
        fields: ['id', 'indicator', 'unit', 'period', 'value', 'reporter', 'state'],
      },
    ],
  },
  {
    ...{ at, who: '李强（区审批局）', what: 'press.problem.refuse', large: false, total: 1, asked: 1 },
    why: '不属于本单位职责，建议交区住建局',
    things: [
      {
        collection: 'problems',
        name: 'P0467 · 云澜精密',
        removed: false,
        fields: ['id', 'state', 'refusals'],
      },
    ],
  },
  {
    ...{ at, who: '张萍（考核办）', what: 'press.import.confirm', large: false, total: 241, asked: 12 },
    why: '导入：月度进度',
    things: ['一般公共预算收入', '税收占比', '专项债券资金支出进度'].map((name) => ({
      ...{ collection: 'reports', name: `区财政局 · ${name}`, removed: false },
      fields: ['id', 'indicator', 'unit', 'period', 'value'],
    })),
  },
  { at, who: '系统', what: 'seed.demo', things: [], large: true, total: 0, asked: 0 },
  {
    ...{ at, who: '系统', what: 'person.left', large: false, total: 1, asked: 1 },
    things: [{ collection: 'bindings', name: '', fields: [], removed: true }],
  },
];

const view: AuditView = { demo: true, q: '', rows, next: 20_398, isFirst: true, damaged: 0, head, topics };

const longRow: AuditRow = {
  ...{ at, what: 'press.problem.close', large: false, total: 100_000, asked: 99_999 },
  who: '欧阳建国（云澜高新技术产业开发区管理委员会（云澜综合保税区管理局））',
  why: '经现场核实，企业反映的问题已经解决，双方确认。'.repeat(12),
  things: Array.from({ length: 3 }, () => ({
    ...{ collection: 'problems', removed: false },
    name: 'P0467 · 云澜高新技术产业开发区管理委员会 · 高新技术产业产值占规上工业总产值比重',
    fields: Array.from({ length: 26 }, (_, index) => `first_answer_at_${index}`),
  })),
};

/** The audit trail in its cases. */
export const auditSamples: readonly CardSample[] = [
  { id: 'system.audit.newest', title: '审计记录', card: auditCard(view) },
  {
    id: 'system.audit.longest',
    title: '审计记录：最长',
    card: auditCard({
      ...view,
      q: '欧阳建国 云澜高新技术产业开发区管理委员会 诉求 2026-10-01 2026-10-31',
      rows: Array.from({ length: 8 }, () => longRow),
      isFirst: false,
      until: at,
      damaged: 3,
    }),
  },
  {
    id: 'system.audit.none',
    title: '审计记录：没有',
    card: auditCard({ ...view, q: '许美玲 9月', rows: [], next: undefined }),
  },
];
