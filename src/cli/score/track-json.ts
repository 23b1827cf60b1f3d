import type { TrackTable } from '../../domain/assessment/ranking/score-track.ts';
import type { AssignmentScore } from '../../domain/assessment/scoring/assignment-score.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { scoreAssignments } from '../../domain/assessment/scoring/score-assignment.ts';
import { scoreMoment } from '../../domain/assessment/scoring/score-moment.ts';
import { type Rational, toDecimal } from '../../shared/rational.ts';

/** A fraction as a decimal string, rounded half up and without trailing zeros. */
export function decimal(value: Rational | null, decimals: number): string | null {
  return value && toDecimal(value, decimals);
}

function assignmentJson({ indicator, value, f, points }: AssignmentScore) {
  return { indicator: indicator.code, value, f: decimal(f, 6), points: decimal(points, 4) };
}

/** A track's table with all that it is made of, as `--json` prints it. */
export function trackJson(book: Book, { track, units, ...when }: TrackTable) {
  const moment = scoreMoment(book, when);
  return {
    track: track.id,
    units: units.map(({ unit, score, place, provisional, reported, due }) => ({
      unit: unit.id,
      score,
      place,
      provisional,
      reported,
      due,
      assignments: scoreAssignments(book, unit.id, moment).map(assignmentJson),
    })),
  };
}
