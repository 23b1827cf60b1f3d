import { expect } from 'vitest';
import { gradeTrack } from '#src/domain/assessment/published/grades.ts';
import { rankDistrict } from '#src/domain/assessment/ranking/rank-district.ts';
import { rankIndicator } from '#src/domain/assessment/ranking/rank-indicator.ts';
import { rankTaskForce } from '#src/domain/assessment/ranking/rank-task-force.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import { type Book, type BookInput, buildBook } from '#src/domain/assessment/scoring/book.ts';
import { scoreAssignments } from '#src/domain/assessment/scoring/score-assignment.ts';
import { scoreMoment } from '#src/domain/assessment/scoring/score-moment.ts';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import type { Rational } from '#src/shared/rational.ts';
import type { Asked, OracleWorld } from './oracle.ts';
import { type Fraction, lowest, write } from './oracle-fraction.ts';
import {
  oracleDistrict,
  oracleGrades,
  oracleIndicator,
  oracleTaskForce,
  oracleTrack,
} from './oracle-rankings.ts';

/** The engine's book over the oracle's world. */
export function bookOf(world: OracleWorld & Pick<BookInput, 'ruleVersions'>): Book {
  return buildBook({ ...world, calendar: workCalendar([{ year: 2026, ...world.calendar }]) });
}

const exact = (value: Rational | null) => value && `${value.num}/${value.den}`;
const oracleExact = (value: Fraction | null) => value && lowest(value);
const fourDecimals = (value: Rational | null) => value && write([value.num, value.den], 4);

function engineTrack(book: Book, { period, now }: Asked, track: string) {
  const table = scoreTrack(book, { track, period, now });
  const moment = scoreMoment(book, { period, now });
  return table.units.map(({ unit, bonus, deduction, ...row }) => ({
    ...row,
    unit: unit.id,
    bonus: exact(bonus),
    deduction: exact(deduction),
    assignments: scoreAssignments(book, unit.id, moment).map((each) => ({
      id: each.assignment.id,
      indicator: each.indicator.code,
      unit: each.assignment.unit,
      q: each.q,
      status: each.status,
      value: each.value,
      target: exact(each.target),
      f: exact(each.f),
      points: fourDecimals(each.points),
    })),
  }));
}

function expectedTrack(asked: Asked, track: string) {
  return oracleTrack(asked, track).map(({ assignments, bonus, deduction, ...row }) => ({
    ...row,
    bonus: oracleExact(bonus),
    deduction: oracleExact(deduction),
    assignments: assignments.map((each) => ({
      ...each,
      target: oracleExact(each.target),
      f: oracleExact(each.f),
    })),
  }));
}

/** Every track's table and grades, as the oracle has them. */
export function expectSameTracks(book: Book, asked: Asked): void {
  for (const { id } of asked.world.tracks) {
    expect(engineTrack(book, asked, id)).toEqual(expectedTrack(asked, id));
    const graded = gradeTrack(scoreTrack(book, { ...asked, track: id }));
    expect(Object.fromEntries(graded.map(({ unit, grade }) => [unit.id, grade]))).toEqual(
      oracleGrades(asked, id),
    );
  }
}

/** The rankings of the district, of the task forces and of each indicator, as the oracle has them. */
export function expectSameScopes(book: Book, asked: Asked): void {
  expect(
    rankDistrict(book, asked).units.map(({ unit, track, place }) => ({
      unit: unit.id,
      track: track.id,
      place,
    })),
  ).toEqual(oracleDistrict(asked));
  for (const { id } of asked.world.taskForces) {
    expect(
      rankTaskForce(book, { ...asked, taskForce: id }).units.map(({ unit, score, place }) => ({
        unit: unit.id,
        score,
        place,
      })),
    ).toEqual(oracleTaskForce(asked, id));
  }
  for (const { code } of asked.world.indicators) {
    const { tracks } = rankIndicator(book, { ...asked, indicator: code });
    const engine = tracks.map(({ track, rows }) => ({
      track: track.id,
      rows: rows.map(({ unit, place }) => ({ unit: unit.id, place })),
    }));
    const expected = asked.world.tracks
      .map(({ id }) => ({ track: id, rows: oracleIndicator(asked, code, id) }))
      .filter(({ rows }) => rows.length > 0);
    expect(engine).toEqual(expected);
  }
}
