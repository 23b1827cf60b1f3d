import type { CardSample } from '../samples.ts';
import { type RuleChangesView, type RulesView, ruleChangesCard, rulesCard } from './rules.ts';
import { added, change, longChange, removed } from './sample-changes.ts';

const at = '2026-11-06T09:20:00+08:00';
const version = {
  id: '2026-2',
  at,
  by: '张萍',
  why: '区委常委会第 12 次会议决定：固定资产投资改为按完成率比较',
  from: '2026-11',
  changes: 2,
};
const versions: RulesView = {
  demo: true,
  page: 1,
  versions: [
    version,
    { id: '2026-1', at: '2026-01-12T10:00:00+08:00', by: '系统', why: '年初下达的考核办法', changes: 0 },
  ],
};

const changes: RuleChangesView = {
  demo: true,
  ...version,
  against: '2026-1',
  changes: [change, added, removed],
  hidden: 0,
  others: ['2026-1'],
  page: 1,
};

/** Rule versions and what they changed, in their cases. */
export const rulesSamples: readonly CardSample[] = [
  { id: 'rules.versions.usual', title: '规则版本', card: rulesCard(versions) },
  {
    id: 'rules.versions.longest',
    title: '规则版本：很多',
    card: rulesCard({
      ...versions,
      versions: Array.from({ length: 40 }, (_, index) => ({
        ...version,
        id: `2026-${index}`,
        why: '调整'.repeat(100),
      })),
    }),
  },
  {
    id: 'rules.versions.empty',
    title: '规则版本：还没有',
    card: rulesCard({ demo: true, page: 1, versions: [] }),
  },
  { id: 'rules.changes.usual', title: '调整了什么', card: ruleChangesCard(changes) },
  {
    id: 'rules.changes.longest',
    title: '调整了什么：最长',
    card: ruleChangesCard({ ...changes, changes: Array.from({ length: 40 }, () => longChange), hidden: 3 }),
  },
  {
    id: 'rules.changes.hidden',
    title: '调整了什么：别的单位',
    card: ruleChangesCard({ ...changes, changes: [], hidden: 3 }),
  },
];
