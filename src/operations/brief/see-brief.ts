import { briefDecisions, type DecisionKind } from '../../domain/assessment/brief/brief-decisions.ts';
import { type BriefMatters, briefMatters } from '../../domain/assessment/brief/brief-matters.ts';
import { type BriefMove, briefMoves } from '../../domain/assessment/brief/brief-moves.ts';
import { rankDistrict } from '../../domain/assessment/ranking/rank-district.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { endOf, type Period, periodName, shiftPeriod } from '../../domain/calendar/period.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Problem } from '../../domain/enterprise/problem.ts';
import { type ProblemOverdue, problemOverdue } from '../../domain/enterprise/problem-overdue.ts';
import { multiply, rational, toFixed } from '../../shared/rational.ts';
import { inSlices } from '../../shared/slices.ts';
import { dayOf, type Instant, longDay, shortDay } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { oncePerBook } from '../book/once-per-book.ts';
import { neighbourPeriods } from '../periods/neighbour-periods.ts';

/** An overdue problem as it may be told to leaders: never who asked, nor what they wrote. */
interface OverdueProblem {
  /** Whose ticket it is: never shown but to who works on it. */
  readonly problem: Problem;
  readonly category: Problem['category'];
  /** Short name; null before the dispatch. */
  readonly unitName: string | null;
  readonly overdue: ProblemOverdue;
  /** Decided already: nobody needs to decide it again. */
  readonly escalated: boolean;
}

/** Everything a brief may tell. */
export interface BriefSources {
  readonly moves: readonly BriefMove[];
  readonly matters: BriefMatters;
  readonly problems: readonly OverdueProblem[];
}

const movesAndMatters = oncePerBook(
  ({ period, now }: When) => `${period}|${dayOf(now)}`,
  async (book, when) => ({
    moves: briefMoves(book, when),
    matters: await inSlices(briefMatters(book, when)),
  }),
);

/** Collects what a brief of the period may tell, problems as of now, those that are escalated already last. */
export async function briefSources(
  tx: ReadTx,
  book: Book,
  { calendar, ...when }: When & { readonly calendar: WorkCalendar },
): Promise<BriefSources> {
  const problems = (await tx.all('problems')).flatMap((problem) => {
    const overdue = problemOverdue(calendar, problem, when.now);
    const unitName = problem.unit === null ? null : book.unit(problem.unit).short_name;
    const escalated = problem.state === 'escalated';
    return overdue ? [{ problem, category: problem.category, unitName, overdue, escalated }] : [];
  });
  return {
    ...(await movesAndMatters(book, when)),
    problems: problems.sort(
      (a, b) => Number(a.escalated) - Number(b.escalated) || b.overdue.late - a.overdue.late,
    ),
  };
}

/** A share as whole percent. */
export const percentOf = (share: Parameters<typeof multiply>[0]) =>
  `${toFixed(multiply(share, rational(100n)), 0)}%`;

function mostOf(units: readonly { readonly unit: { readonly short_name: string } }[]) {
  const counts = new Map<string, number>();
  for (const { unit } of units) counts.set(unit.short_name, (counts.get(unit.short_name) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return { units: counts.size, name: most?.[0] ?? '', count: most?.[1] ?? 0 };
}

interface Asked {
  readonly period: Period;
  readonly now: Instant;
}

interface Put {
  readonly count: number;
  /** What is so. */
  readonly fact: string;
  /** What is to be decided. */
  readonly ask: string;
}

function putVetoes({ matters: { vetoes } }: BriefSources): Put {
  const [first] = vetoes;
  const named = first
    ? `${first.unit.short_name}：${first.adjustment.reason}（${longDay(first.adjustment.date)}）`
    : '';
  return {
    count: vetoes.length,
    fact: `本期有 ${vetoes.length} 个单位被一票否决，${named}。`,
    ask: '年度不得评为第一等次，请确定整改要求。',
  };
}

/** What is overdue is so today, whatever the period: it stands in the newest brief of its length alone, until the next one is due. */
const isNewest = ({ period, now }: Asked) => endOf(shiftPeriod(period, 1)) >= dayOf(now);

function putProblems({ problems }: BriefSources, asked: Asked): Put {
  const open = isNewest(asked) ? problems.filter(({ escalated }) => !escalated) : [];
  const [first] = open;
  const longest = first
    ? `最久的超 ${first.overdue.late} 个工作日（${first.unitName ?? '尚未交办'}，${first.category}）`
    : '';
  const escalated = problems.length - open.length;
  const others = escalated > 0 ? `；另有 ${escalated} 件超期的已经提级` : '';
  return {
    count: open.length,
    fact: `截至${shortDay(dayOf(asked.now))}，${open.length} 件企业诉求超过时限，${longest}${others}。`,
    ask: '请决定是否提级督办。',
  };
}

function putUnreported({ matters: { unreported } }: BriefSources): Put {
  const most = mostOf(unreported);
  return {
    count: unreported.length,
    fact: `${unreported.length} 项数据逾期未报，涉及 ${most.units} 个单位，最多的是${most.name}（${most.count} 项）。`,
    ask: '未报按 0 分计，请决定是否督促补报。',
  };
}

function putBehind({ matters: { behind } }: BriefSources): Put {
  const [first] = behind;
  const worst = first
    ? `差得最多的是${first.unit.short_name}“${first.indicator.name}”，${withMeasure(first.point.actual ?? '', first.indicator)}，预期 ${first.point.expected}，差 ${percentOf(first.share)}`
    : '';
  return {
    count: behind.length,
    fact: `${behind.length} 项指标落后路线图一成以上，${worst}。`,
    ask: '请决定是否专题调度。',
  };
}

function putProvisional({ matters: { provisional } }: BriefSources): Put {
  const items = provisional.reduce((sum, { leftOut }) => sum + leftOut, 0);
  return {
    count: provisional.length,
    fact: `${provisional.length} 个单位名次暂列，共 ${items} 项未到截止日或缺对标值、暂不计入。`,
    ask: '请决定等数据报齐再定名次，还是先按暂列使用。',
  };
}

type Putting = (sources: BriefSources, asked: Asked) => Put;

const putting: Readonly<Record<DecisionKind, Putting>> = {
  veto: putVetoes,
  problem: putProblems,
  unreported: putUnreported,
  behind: putBehind,
  provisional: putProvisional,
};

function moveOf({ track, before, after, previous, places, points }: BriefMove) {
  return {
    unit: after.unit.id,
    unitName: after.unit.short_name,
    track: track.name,
    previous,
    placeBefore: before.place ?? 0,
    place: after.place ?? 0,
    places,
    scoreBefore: before.score ?? '',
    score: after.score ?? '',
    points: `${points.num > 0n ? '+' : ''}${toFixed(points, 2)}`,
    provisional: after.provisional,
  };
}

/** The brief of a period, for its card and its page: three moves, three decisions, both by the rules of `domain/assessment/brief/`. */
export async function seeBrief(tx: ReadTx, book: Book, asked: When & { readonly calendar: WorkCalendar }) {
  const { period, now } = asked;
  const sources = await briefSources(tx, book, asked);
  const kinds = Object.entries(putting) as [DecisionKind, Putting][];
  const all = Object.fromEntries(kinds.map(([kind, put]) => [kind, put(sources, asked)])) as Record<
    DecisionKind,
    Put
  >;
  const counts = Object.fromEntries(kinds.map(([kind]) => [kind, all[kind].count])) as Record<
    DecisionKind,
    number
  >;
  const { units } = rankDistrict(book, { period, now });
  return {
    period,
    running: endOf(period) >= dayOf(now),
    title: `${periodName(period)}考核工作简报`,
    ruleVersion: book.ruleVersionFor(period),
    units: units.length,
    reported: units.reduce((sum, row) => sum + row.reported, 0),
    due: units.reduce((sum, row) => sum + row.due, 0),
    moves: sources.moves.map(moveOf),
    decisions: briefDecisions(counts).map((kind) => ({ kind, ...all[kind] })),
    ...neighbourPeriods(book, period, now),
  };
}
