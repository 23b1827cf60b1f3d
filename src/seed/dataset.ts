import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { adjustmentSchema } from '../domain/assessment/records/adjustment.ts';
import { assignmentSchema } from '../domain/assessment/records/assignment.ts';
import { benchmarkSchema } from '../domain/assessment/records/benchmark.ts';
import { indicatorSchema } from '../domain/assessment/records/indicator.ts';
import { reportSchema } from '../domain/assessment/records/report.ts';
import { taskForceSchema } from '../domain/assessment/records/task-force.ts';
import { trackSchema } from '../domain/assessment/records/track.ts';
import { unitSchema } from '../domain/assessment/records/unit.ts';
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

function parsed(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RangeError(`${path}: not JSON`, { cause });
  }
}

function reader<S extends z.ZodType>(file: string, schema: S) {
  return (folder: string): z.output<S>[] => {
    const path = join(folder, `${file}.json`);
    const { data, error } = z.array(schema).safeParse(parsed(path));
    if (data) return data;
    const [first] = error.issues;
    throw new RangeError(`${path}: record ${first?.path.join(', ')}: ${first?.message}`);
  };
}

/**
 * The files of a data set folder: each reads and checks its records. Throws where a file is missing (as the file system says it), and a RangeError
 * that names the file and the first record that does not fit.
 */
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
