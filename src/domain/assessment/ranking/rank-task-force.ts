import { toFixed } from '../../../shared/rational.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Period } from '../../calendar/period.ts';
import type { TaskForce } from '../records/task-force.ts';
import type { Unit } from '../records/unit.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { remembered } from '../scoring/indexes.ts';
import type { Group } from '../scoring/peers.ts';
import { scoreMoment, type When } from '../scoring/score-moment.ts';
import { tallyGroup } from '../scoring/tally.ts';
import { placeRows } from './places.ts';

/** A unit's share in a task force: score of 100 with 2 decimals over the task force's indicators alone. */
interface TaskForceRow {
  readonly unit: Unit;
  readonly score: string | null;
  /** 1, 2, 2, 4 across tracks. */
  readonly place: number | null;
  readonly provisional: boolean;
  readonly reported: number;
  readonly due: number;
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
export function rankTaskForce(latest: Book, request: When & { taskForce: string }): TaskForceTable {
  const { period, now } = request;
  const book = bookFor(latest, period);
  const taskForce = book.taskForce(request.taskForce);
  const moment = scoreMoment(book, request);
  const only = new Set(taskForce.indicators);
  const tallied = remembered((group: Group) => tallyGroup(book, group, { moment, only }));
  const rows = book.input.units.flatMap((unit) => {
    const group = book.groupOf(unit.id, moment.year);
    const tally = group && tallied(group)[book.numberOf(unit.id)];
    if (!tally || !book.assignmentsOf(unit.id, moment.year).some(({ indicator }) => only.has(indicator)))
      return [];
    const { score, weight: _, ...rest } = tally;
    return [{ unit, ...rest, score: score === null ? null : toFixed(score, 2) }];
  });
  const units = placeRows(rows, '1224');
  return { taskForce, period, now, provisional: units.some((unit) => unit.provisional), units };
}
