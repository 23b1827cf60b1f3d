import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { type ExplainedAssignment, explainUnit } from '../../domain/assessment/working/explain.ts';
import type { Rational } from '../../shared/rational.ts';
import { decimal } from './track-json.ts';

function fractionText({ num, den }: Rational): string {
  return den === 1n ? `${num}` : `${num}/${den}`;
}

function rowJson({ indicator, assignment, ruleText, plusOne, ...row }: ExplainedAssignment) {
  return {
    indicator: indicator.code,
    name: indicator.name,
    period: row.q,
    status: row.status,
    value: row.value,
    target: decimal(row.target, 6),
    rule: ruleText,
    rule_data: assignment.rule,
    f: decimal(row.f, 6),
    points: decimal(row.points, 4),
    weight: assignment.weight,
    lost_points: decimal(row.lost, 4),
    plus_one: plusOne && decimal(plusOne.gain, 6),
    plus_one_exact: plusOne && fractionText(plusOne.gain),
    plus_one_value: plusOne?.value ?? null,
    plus_one_in_range: plusOne?.inRange ?? null,
    reporter: row.report?.reporter ?? assignment.reporter,
    source: indicator.source,
  };
}

/** `--explain`: the working of a unit's score, the greatest loss first (domain §4, Explained). */
export function explainJson(book: Book, asked: When & { readonly unit: string }) {
  const { table, score, adjustments, assignments } = explainUnit(book, asked);
  return {
    unit: score.unit.id,
    track: table.track.id,
    score: score.score,
    place: score.place,
    bonus: decimal(score.bonus, 4),
    deduction: decimal(score.deduction, 4),
    vetoed: score.vetoed,
    adjustments: adjustments.map(({ id, type, points, date, reason }) => ({
      id,
      type,
      points,
      date,
      reason,
    })),
    rows: assignments.map(rowJson),
  };
}
