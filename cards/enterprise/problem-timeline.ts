import type { PastStep } from '#src/domain/enterprise/problem.ts';
import { pastSteps } from '#src/domain/enterprise/problem-history.ts';
import { endWords } from '#src/domain/enterprise/problem-words.ts';
import { type Instant, shortTime } from '#src/shared/time.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { lines } from '../kit/phrasing.ts';
import type { ProblemFacts } from './problem-facts.ts';

interface Entry {
  readonly at: Instant;
  readonly words: string;
}

const mostEntries = 20;

/** What happened so far, one line a step, the latest last; of more than twenty only the latest, and how many are left out. */
export function problemTimeline(problem: ProblemFacts): Markup {
  const all = [
    ...beginningOf(problem),
    ...stepsOf(problem),
    ...answersOf(problem),
    ...refusalsOf(problem),
    ...pausesOf(problem),
    ...supplementsOf(problem),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const left = all.length - mostEntries;
  return lines(
    left > 0 ? md`（更早的 ${left} 步从略）` : nothing,
    ...all.slice(-mostEntries).map(({ at, words }) => md`${shortTime(at)}　${words}`),
  );
}

function entry(at: Instant | null, words: string): Entry[] {
  return at === null ? [] : [{ at, words }];
}

function beginningOf(problem: ProblemFacts): Entry[] {
  return [
    ...entry(problem.submitted_at, `提交（${problem.source_name}）`),
    ...entry(problem.accepted_at, `受理${problem.desk_name === null ? '' : `（${problem.desk_name}）`}`),
  ];
}

function stepsOf(problem: ProblemFacts): Entry[] {
  return pastSteps(problem).map((step) => ({ at: step.at, words: stepWords(step, problem) }));
}

function stepWords(step: PastStep, { names }: ProblemFacts): string {
  switch (step.what) {
    case 'assign': {
      const ids = [step.unit, step.handler].filter((id) => id !== null);
      return `交办（${ids.map((id) => names[id] ?? id).join(' ')}）`;
    }
    case 'return':
      return '退回企业补充';
    case 'close':
      return `办结${step.end === null ? '' : `：${endWords[step.end]}`}`;
    case 'reopen':
      return '企业反映没有解决，重新办理';
  }
}

/** The latest answer stands in full above the timeline, so only those before it say here what they were. */
function answersOf({ first_answer_at, answered_at, earlier_answers = [] }: ProblemFacts): Entry[] {
  const said = new Map(earlier_answers.map(({ at, text }) => [at, `：${cut(text, 100)}`]));
  const times = new Set([first_answer_at, ...said.keys(), answered_at]);
  return [...times].flatMap((at) =>
    entry(at, `${at === first_answer_at ? '首次答复' : '再次答复'}${said.get(at ?? '') ?? ''}`),
  );
}

function refusalsOf({ refusals, names }: ProblemFacts): Entry[] {
  return refusals.map(({ unit, refused_at, reason }) => ({
    at: refused_at,
    words: `${names[unit] ?? unit}拒办：${cut(reason, 100)}`,
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
