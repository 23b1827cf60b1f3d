import { endWords } from '#src/domain/enterprise/problem-words.ts';
import { type Instant, shortTime } from '#src/shared/time.ts';
import { cut, type Markup, md } from '../kit/markup.ts';
import { lines } from '../kit/phrasing.ts';
import type { ProblemFacts } from './problem-facts.ts';

interface Entry {
  readonly at: Instant;
  readonly words: string;
}

const mostEntries = 12;

/** What happened so far, one line a step, the latest last; only the latest twelve. */
export function problemTimeline(problem: ProblemFacts): Markup {
  const entries = [
    ...stepsOf(problem),
    ...refusalsOf(problem),
    ...pausesOf(problem),
    ...supplementsOf(problem),
  ]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(-mostEntries);
  return lines(...entries.map(({ at, words }) => md`${shortTime(at)}　${words}`));
}

function entry(at: Instant | null, words: string): Entry[] {
  return at === null ? [] : [{ at, words }];
}

function stepsOf(problem: ProblemFacts): Entry[] {
  const handler = [problem.unit_name, problem.handler_name].filter((name) => name !== null).join(' ');
  const end = problem.end === null ? '' : `：${endWords[problem.end]}`;
  return [
    ...entry(problem.submitted_at, `提交（${problem.source_name}）`),
    ...entry(problem.accepted_at, `受理${problem.desk_name === null ? '' : `（${problem.desk_name}）`}`),
    ...entry(problem.assigned_at, `交办${handler === '' ? '' : `（${handler}）`}`),
    ...answersOf(problem),
    ...entry(problem.closed_at, `办结${end}`),
  ];
}

/** The latest answer stands in full above the timeline, so only those before it say here what they were. */
function answersOf({ first_answer_at, answered_at, earlier_answers = [] }: ProblemFacts): Entry[] {
  const said = new Map(earlier_answers.map(({ at, text }) => [at, `：${cut(text, 100)}`]));
  const times = new Set([first_answer_at, ...said.keys(), answered_at]);
  return [...times].flatMap((at) =>
    entry(at, `${at === first_answer_at ? '首次答复' : '再次答复'}${said.get(at ?? '') ?? ''}`),
  );
}

function refusalsOf({ refusals, refused_by }: ProblemFacts): Entry[] {
  return refusals.map(({ refused_at, reason }, index) => ({
    at: refused_at,
    words: `${refused_by[index] ?? '承办单位'}拒办：${cut(reason, 100)}`,
  }));
}

/** Where the entrepreneur's word ended it, the word itself says so. */
function pausesOf({ pauses, supplements = [] }: ProblemFacts): Entry[] {
  const words = new Set(supplements.map(({ at }) => at));
  return pauses.flatMap(({ from, to, reason, unanswered }) => [
    ...entry(from, `等企业补充，时限暂停：${cut(reason, 60)}`),
    ...entry(
      to !== null && words.has(to) ? null : to,
      unanswered ? '不再等企业补充，时限继续' : '企业已补充，时限继续',
    ),
  ]);
}

function supplementsOf({ supplements = [] }: ProblemFacts): Entry[] {
  return supplements.map(({ at, text, asked }) => ({
    at,
    words: `企业补充${asked ? '，时限继续' : ''}：${cut(text, 100)}`,
  }));
}
