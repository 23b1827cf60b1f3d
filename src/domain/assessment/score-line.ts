import { fraction, type Rational, zero } from '../../shared/rational.ts';
import type { Period } from '../calendar/period.ts';
import type { Book } from './book.ts';
import { factorOf } from './factor-of.ts';
import type { Line, ScoredLine } from './line.ts';
import type { Report } from './report.ts';
import type { CountingPeriod, ScoreMoment } from './score-moment.ts';
import { targetOf } from './target-of.ts';

/** Scores one assignment (domain §4, Value and Not there); undefined when no period of the year counts yet. */
export function scoreLine(book: Book, line: Line, moment: ScoreMoment): ScoredLine | undefined {
  const counting = moment.counting[line.indicator.frequency];
  if (!counting) return undefined;
  const report = line.values.get(counting.q);
  if (!report) return withoutValue(book, line, counting);
  const remembered = line.scores.get(counting.q);
  if (remembered) return remembered;
  const scored = withValue(book, line, { q: counting.q, report });
  line.scores.set(counting.q, scored);
  return scored;
}

/** Overdue beats everything: f is 0 whatever the floor, and whether or not there is a benchmark. */
function withoutValue(book: Book, line: Line, { q, overdue }: CountingPeriod): ScoredLine {
  const nothing = overdue ? zero : null;
  return {
    score: {
      assignment: line.assignment,
      indicator: line.indicator,
      q,
      status: overdue ? 'unreported' : 'left_out_not_due',
      value: null,
      target: targetOf(book, line, q),
      f: nothing,
      points: nothing,
    },
    pointUnits: 0n,
  };
}

function withValue(book: Book, line: Line, { q, report }: { q: Period; report: Report }): ScoredLine {
  const { assignment, indicator, weight } = line;
  const target = targetOf(book, line, q);
  const value = book.number(report.value);
  const f = factorOf(assignment.rule, { book, line, q, value, target }) ?? null;
  const pointUnits = f === null ? 0n : tenThousandths(weight, f);
  return {
    score: {
      assignment,
      indicator,
      q,
      status: f === null ? 'left_out_no_benchmark' : 'scored',
      report,
      value: report.value,
      target,
      f,
      points: f === null ? null : fraction(pointUnits, 10_000n),
    },
    pointUnits,
  };
}

/** a × b rounded half up (away from zero) to 4 decimals, as a whole number of ten-thousandths. */
function tenThousandths(a: Rational, b: Rational): bigint {
  const product = a.num * b.num * 10_000n;
  const den = a.den * b.den;
  const magnitude = (2n * (product < 0n ? -product : product) + den) / (2n * den);
  return product < 0n ? -magnitude : magnitude;
}
