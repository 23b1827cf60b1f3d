import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { adjustmentSchema } from '#src/domain/assessment/records/adjustment.ts';
import { assignmentSchema } from '#src/domain/assessment/records/assignment.ts';
import { benchmarkSchema } from '#src/domain/assessment/records/benchmark.ts';
import { indicatorSchema } from '#src/domain/assessment/records/indicator.ts';
import { reportSchema } from '#src/domain/assessment/records/report.ts';
import { taskForceSchema } from '#src/domain/assessment/records/task-force.ts';
import { trackSchema } from '#src/domain/assessment/records/track.ts';
import { unitSchema } from '#src/domain/assessment/records/unit.ts';
import type { OracleWorld } from './oracle.ts';

function file(name: string): unknown {
  return JSON.parse(readFileSync(`data/demo/${name}.json`, 'utf8'));
}

const calendarSchema = z.object({
  holidays: z.array(z.object({ date: z.string() })),
  make_up_workdays: z.array(z.string()),
});

function load(): OracleWorld {
  const { holidays, make_up_workdays } = calendarSchema.parse(file('calendar-2026'));
  return {
    tracks: z.array(trackSchema).parse(file('tracks')),
    units: z.array(unitSchema).parse(file('units')),
    indicators: z.array(indicatorSchema).parse(file('indicators')),
    taskForces: z.array(taskForceSchema).parse(file('task-forces')),
    assignments: z.array(assignmentSchema).parse(file('assignments')),
    reports: z.array(reportSchema).parse(file('reports')),
    benchmarks: z.array(benchmarkSchema).parse(file('benchmarks')),
    adjustments: z.array(adjustmentSchema).parse(file('adjustments')),
    calendar: { holidays: holidays.map(({ date }) => date), makeUpWorkdays: make_up_workdays },
  };
}

let loaded: OracleWorld | undefined;

/** The demonstration district of `data/demo`, read once. */
export function demoWorld(): OracleWorld {
  loaded ??= load();
  return loaded;
}
