import { toFixed } from '../../shared/rational.ts';
import type { Instant } from '../../shared/time.ts';
import type { Period } from '../calendar/period.ts';
import type { AssignmentScore } from './assignment-score.ts';
import type { Book } from './book.ts';
import { placeRows } from './places.ts';
import { scoreMoment, type When } from './score-moment.ts';
import { tallyLines } from './tally.ts';
import type { TaskForce } from './task-force.ts';
import type { Unit } from './unit.ts';

/** A unit's share in a task force: score of 100 with 2 decimals over the task force's indicators alone. */
interface TaskForceRow {
  readonly unit: Unit;
  readonly score: string | null;
  /** 1, 2, 2, 4 across tracks. */
  readonly place: number | null;
  readonly provisional: boolean;
  readonly reported: number;
  readonly due: number;
  readonly assignments: readonly AssignmentScore[];
}

/** A task force's ranking: units by place, then id. */
export interface TaskForceTable {
  readonly taskForce: TaskForce;
  readonly period: Period;
  readonly now: Instant;
  readonly provisional: boolean;
  readonly units: readonly TaskForceRow[];
}

/**
 * Ranks the units of a task force by 100 × Σ points / Σ weights over its indicators, without bonus or deduction
 * (domain §4, Scopes). Its units are all that have such an assignment in the period's year, members or not; `efficacy`
 * and `rank` go on comparing within each unit's track.
 */
export function rankTaskForce(book: Book, request: When & { taskForce: string }): TaskForceTable {
  const { period, now } = request;
  const taskForce = book.taskForce(request.taskForce);
  const moment = scoreMoment(book, request);
  const codes = new Set(taskForce.indicators);
  const rows = book.input.units.flatMap((unit) => {
    const lines = book.linesOf(unit.id, moment.year).filter((line) => codes.has(line.indicator.code));
    if (lines.length === 0) return [];
    const { score, weight: _, ...tally } = tallyLines(book, lines, moment);
    return [{ unit, ...tally, score: score === null ? null : toFixed(score, 2) }];
  });
  const units = placeRows(rows, '1224');
  return { taskForce, period, now, provisional: units.some((unit) => unit.provisional), units };
}
