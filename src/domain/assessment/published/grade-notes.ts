import { rational, subtract, toFixed } from '../../../shared/rational.ts';
import type { GradedUnit } from './grades.ts';

/** What stands at the edge between two grades (边界说明): who is the last above, who just below, and by how much. */
export interface GradeNote {
  /** The grade of the one above. */
  readonly above: 'first' | 'second';
  readonly last: string;
  readonly below: string;
  readonly gap: string;
}

interface Ranked extends Pick<GradedUnit, 'score' | 'grade' | 'place'> {
  readonly name: string;
}

const order = { first: 0, second: 1, third: 2 };

/** The edges of a track's grades, in order of place; those whom a veto keeps from the first grade are no edge of it. */
export function gradeNotes(graded: readonly (Ranked & Pick<GradedUnit, 'barred'>)[]): readonly GradeNote[] {
  return (['first', 'second'] as const).flatMap((above) => {
    const candidates = graded.filter(({ barred }) => above !== 'first' || !barred);
    const inside = candidates.filter(({ grade }) => grade !== null && order[grade] <= order[above]);
    const last = candidates.findLast(({ grade }) => grade === above);
    const below = candidates.find((each) => each.grade !== null && !inside.includes(each));
    if (!last?.score || !below?.score) return [];
    const gap = toFixed(subtract(rational(last.score), rational(below.score)), 2);
    return [{ above, last: last.name, below: below.name, gap }];
  });
}
