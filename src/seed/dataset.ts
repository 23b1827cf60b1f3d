import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { adjustmentSchema } from '../domain/assessment/adjustment.ts';
import { assignmentSchema } from '../domain/assessment/assignment.ts';
import { benchmarkSchema } from '../domain/assessment/benchmark.ts';
import { indicatorSchema } from '../domain/assessment/indicator.ts';
import { reportSchema } from '../domain/assessment/report.ts';
import { taskForceSchema } from '../domain/assessment/task-force.ts';
import { trackSchema } from '../domain/assessment/track.ts';
import { unitSchema } from '../domain/assessment/unit.ts';
import { enterpriseSchema } from '../domain/enterprise/enterprise.ts';
import { problemSchema } from '../domain/enterprise/problem.ts';
import { cadreSchema } from '../domain/people/cadre.ts';

/** In the files contacts stand open; the product seals them before they reach the store. */
const openEnterprise = enterpriseSchema
  .omit({ contact: true })
  .extend({ contact: z.string(), contact_post: z.string(), phone: z.string() });
const openProblem = problemSchema
  .omit({ contact: true, submitter: true })
  .extend({ contact: z.string(), phone: z.string() });

function reader<S extends z.ZodType>(file: string, schema: S) {
  return (folder: string): z.output<S>[] =>
    z.array(schema).parse(JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')));
}

/** The files of a data set folder: each reads and checks its records, and throws when the file is missing or does not fit. */
export const dataset = {
  units: reader('units', unitSchema),
  tracks: reader('tracks', trackSchema),
  taskForces: reader('task-forces', taskForceSchema),
  cadres: reader('cadres', cadreSchema),
  indicators: reader('indicators', indicatorSchema),
  assignments: reader('assignments', assignmentSchema),
  reports: reader('reports', reportSchema),
  benchmarks: reader('benchmarks', benchmarkSchema),
  adjustments: reader('adjustments', adjustmentSchema),
  enterprises: reader('enterprises', openEnterprise),
  problems: reader('problems', openProblem),
};
