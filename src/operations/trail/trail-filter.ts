import { collectionWords } from '../../domain/language/text/collection-words.ts';
import type { Day } from '../../shared/time.ts';
import type { Touched, TrailEntry } from '../../store/trail.ts';

/** What a searcher may choose: collections whose changes belong to it. */
const trailTopics: Readonly<Record<string, readonly string[]>> = {
  公布: ['published_tables', 'grade_proposals'],
  上报: ['drafts', 'reports', 'period_locks'],
  诉求: ['problems'],
  对标: ['benchmarks'],
  目标: ['assignments', 'rule_drafts'],
  绑定: ['bindings'],
  登记: ['chats'],
  规则: [
    'rule_versions',
    'tracks',
    'assignments',
    'indicators',
    'benchmarks',
    'adjustments',
    'adjustment_items',
    'adjustment_proposals',
    'rule_drafts',
  ],
};

/** The collections that a word stands for: a topic's, or those in whose name it is (加减分, 干部, 账期); undefined for any other word. */
export function collectionsCalled(word: string): readonly string[] | undefined {
  if (Object.hasOwn(trailTopics, word)) return trailTopics[word];
  const called = Object.entries(collectionWords).filter(([, name]) => word.length > 1 && name.includes(word));
  return called.length === 0 ? undefined : called.map(([collection]) => collection);
}

/** How the reason of a look at the trail begins, so that looks are found. */
export const lookMark = '查看审计记录';

/** How the reason of an export begins. */
export const exportMark = '导出';

/** How the reason of an import begins. */
export const importMark = '导入';

/** What leaves its mark in the reason alone: the word it is asked for by, and how the reason begins. */
export const trailMarks = { 审计: lookMark, 导出: exportMark, 导入: importMark } as const;

/** The words by which a kind of change is asked for. */
export const topicWords: readonly string[] = [
  ...Object.keys(trailTopics),
  ...Object.keys(trailMarks),
  '全部',
];

/** What is looked for; every part that is given must fit. */
export interface TrailFilter {
  /** Accounts that acted. */
  readonly who?: readonly string[] | undefined;
  /** Ids of which a touched document is or belongs to one. */
  readonly about?: readonly string[] | undefined;
  /** Collections of which it touched one. */
  readonly collections?: readonly string[] | undefined;
  /** How its reason begins: looks at the trail, exports. */
  readonly mark?: string | undefined;
  /** With what passes through (events, messages, presses), which is most of the trail. */
  readonly all?: boolean | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

const passing: readonly string[] = ['inbox', 'outbox', 'looks', 'clicks'];

/** Whether a document is more than what only passes through (events, messages, presses). */
export function isMatter({ collection }: Touched): boolean {
  return !passing.includes(collection);
}

const isIn = ({ collection }: Touched, { collections }: TrailFilter) =>
  collections === undefined || collections.includes(collection);
const isAbout = ({ links }: Touched, { about }: TrailFilter) =>
  about === undefined || links.some((id) => about.includes(id));

/** Whether it was this document of an entry that was looked for; true of each where only who, when or why was asked. */
export function isAsked(one: Touched, filter: TrailFilter): boolean {
  const named = filter.collections !== undefined || isMatter(one);
  return named && isIn(one, filter) && isAbout(one, filter);
}

/** Whether an entry is what is looked for. */
export function fitsFilter(entry: TrailEntry, filter: TrailFilter): boolean {
  const { who, collections, mark, all, from, to } = filter;
  const day = entry.at.slice(0, 10);
  if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false;
  if (who && !who.includes(entry.who)) return false;
  if (mark !== undefined && entry.why?.startsWith(mark) !== true) return false;
  if (collections && !entry.touched.some((one) => isIn(one, filter))) return false;
  if (filter.about && !entry.touched.some((one) => isAbout(one, filter))) return false;
  // Who asks for what passes through by its name means it.
  const { large, why, touched } = entry;
  return all === true || collections !== undefined || large || why !== undefined || touched.some(isMatter);
}
