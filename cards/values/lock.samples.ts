import type { CardSample } from '../samples.ts';
import { type LockView, lockAskCard, lockCard, lockReopenCard } from './lock.ts';

const months = ['2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05'];

const reopening = {
  at: 0,
  scope: '区财政局 · 一般公共预算收入',
  until: '2026-11-09',
  why: '统计口径调整',
  by: '张岚',
  running: true,
};

const usual: LockView = {
  demo: true,
  months: months.map((month, index) => ({
    month,
    locked: index < 2 ? undefined : { by: '张岚', at: '2026-10-20T17:30:00+08:00' },
    reopenings: index === 2 ? [reopening, { ...reopening, at: 1, running: false }] : [],
  })),
};

const longest: LockView = {
  demo: true,
  months: Array.from({ length: 12 }, (_, index) => ({
    month: `2026-${String(12 - index).padStart(2, '0')}`,
    locked: { by: '欧阳建国', at: '2026-10-20T17:30:00+08:00' },
    reopenings: Array.from({ length: 4 }, (__, at) => ({
      ...reopening,
      at,
      scope:
        '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局） · 高新技术产业产值占规上工业总产值比重',
      why: '统计口径调整，需按新口径补报，'.repeat(6),
    })),
  })),
};

/** Locks in their cases. */
export const lockSamples: readonly CardSample[] = [
  { id: 'values.lock.usual', title: '账期锁定', card: lockCard(usual) },
  { id: 'values.lock.longest', title: '账期锁定：十二个月都重新开放', card: lockCard(longest) },
  { id: 'values.lock.empty', title: '账期锁定：没有月份', card: lockCard({ demo: true, months: [] }) },
  {
    id: 'values.lock.ask',
    title: '锁定：还有未报',
    card: lockAskCard({ demo: true, month: '2026-10', awaiting: 12, unreported: 3 }),
  },
  {
    id: 'values.lock.ask_done',
    title: '锁定：都报齐了',
    card: lockAskCard({ demo: true, month: '2026-09', awaiting: 0, unreported: 0 }),
  },
  {
    id: 'values.lock.reopen',
    title: '重新开放',
    card: lockReopenCard({ demo: true, month: '2026-08', until: '2026-11-09' }),
  },
];
