import type { AssignmentScore } from '../../domain/assessment/scoring/assignment-score.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import {
  type ComparedLine,
  comparePeriods,
  type Together,
} from '../../domain/assessment/working/compare-periods.ts';
import { endOf, type Period, periodName } from '../../domain/calendar/period.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { compare, type Rational, subtract, toDecimal, toFixed } from '../../shared/rational.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import { checkWorking } from './check-working.ts';

interface Seeing {
  readonly unit: string;
  /** In any order: the earlier one is the one before. */
  readonly periods: readonly [Period, Period];
  readonly now: Instant;
  readonly actor: Actor;
  readonly place: Place;
}

const signed = (value: Rational, decimals: number) =>
  `${value.num > 0n ? '+' : ''}${toFixed(value, decimals)}`;

function sideOf(score: AssignmentScore | undefined) {
  if (!score) return null;
  return {
    period: score.q,
    value: score.value,
    target: score.target && toDecimal(score.target, 4),
    f: score.f && toDecimal(score.f, 6),
    points: score.points && toDecimal(score.points, 4),
  };
}

/** The share of the weights, where that moved the score more than the rate did: with it the sign may be the other one. */
function shareWords({ change, byShare }: ComparedLine): string | undefined {
  if (!byShare || byShare.change.num === 0n) return undefined;
  const byRate = subtract(change, byShare.change);
  if (compare(magnitude(byShare.change), magnitude(byRate)) < 0) return undefined;
  const isMore = byShare.share.num > 0n;
  const isAbove = isMore === byShare.change.num > 0n;
  return `得分率${isAbove ? '高于' : '低于'}平均，权重占比变${isMore ? '大' : '小'}`;
}

/** Why a line changed, in a few words: what moved it most. */
function whyOf(line: ComparedLine): string {
  const { before, after } = line;
  if (!before) return '本期开始计入';
  if (!after) return '本期不再计入';
  const share = shareWords(line);
  if (share) return share;
  if (after.status === 'unreported') return '本期未报';
  if (before.status === 'unreported') return '上期未报，本期已报';
  if (!after.f) return '本期暂不计';
  if (!before.f) return '本期开始计入';
  return compare(after.f, before.f) > 0 ? '得分系数提高' : '得分系数降低';
}

function lineOf(line: ComparedLine) {
  return {
    indicator: line.indicator.name,
    measure: line.indicator.measure,
    change: signed(line.change, 4),
    why: whyOf(line),
    before: sideOf(line.before),
    after: sideOf(line.after),
  };
}

const byGreatest = (a: ComparedLine, b: ComparedLine) => compare(magnitude(b.change), magnitude(a.change));
const magnitude = ({ num, den }: Rational): Rational => ({ num: num < 0n ? -num : num, den });
const togetherOf = ({ units, change }: Together) => ({ units, change: signed(change, 2) });

/** Why a unit's score changed between two periods, for the card: its own lines, the others only in aggregate. Throws where its working may not be shown. */
export function seeComparison(book: Book, { unit, periods, now, actor, place }: Seeing) {
  checkWorking(unit, { actor, place });
  const [from, to] = [...periods].sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1)) as [Period, Period];
  if (from === to) throw errors.badInput('请说两个不同的时期，如：/得分 9月 对比 10月');
  const compared = comparePeriods(book, { unit, from, to, now });
  if (!compared)
    throw errors.notFound(
      `${periodName(from)}或${periodName(to)}的得分`,
      '请换一个时期，如：/得分 对比 上月',
    );
  const { before, after, lines } = compared;
  const moved = lines.filter(({ change }) => change.num !== 0n).sort(byGreatest);
  return {
    unit,
    unitName: after.score.unit.short_name,
    track: { id: after.table.track.id, name: after.table.track.name },
    from,
    to,
    ruleVersion: book.ruleVersionFor(to),
    running: endOf(to) >= dayOf(now),
    before: { score: before.score.score ?? '', place: before.score.place },
    after: { score: after.score.score ?? '', place: after.score.place },
    change: signed(compared.change, 2),
    linesChange: signed(compared.linesChange, 4),
    bonusChange: signed(compared.bonusChange, 4),
    deductionChange: signed(compared.deductionChange, 4),
    rounding: signed(compared.rounding, 4),
    lines: moved.map(lineOf),
    unmoved: lines.length - moved.length,
    passedUs: togetherOf(compared.passedUs),
    passedByUs: togetherOf(compared.passedByUs),
  };
}
