import { z } from 'zod';
import { adjustmentSchema } from './adjustment.ts';
import { assignmentSchema } from './assignment.ts';
import { benchmarkSchema } from './benchmark.ts';
import { indicatorSchema } from './indicator.ts';
import { reportSchema } from './report.ts';
import { taskForceSchema } from './task-force.ts';
import { trackSchema } from './track.ts';
import { unitSchema } from './unit.ts';

/** Which table: a track's, or a task force's over its indicators. */
export const tableScopeSchema = z.object({ scope: z.enum(['track', 'task_force']), of: z.string() });

/** Which table. */
export type TableScope = z.infer<typeof tableScopeSchema>;

const inputsSchema = z.object({
  tracks: z.array(trackSchema),
  units: z.array(unitSchema),
  indicators: z.array(indicatorSchema),
  task_forces: z.array(taskForceSchema),
  assignments: z.array(assignmentSchema),
  /** The values in force for the periods that count. */
  reports: z.array(reportSchema),
  benchmarks: z.array(benchmarkSchema),
  adjustments: z.array(adjustmentSchema),
  /** Last day on time of each period that counts, as the calendar said then. */
  due_days: z.record(z.string(), z.string()),
});

/** Everything a published table was made from. */
export type TableInputs = z.infer<typeof inputsSchema>;

const lineSchema = z.object({
  indicator: z.string(),
  period: z.string(),
  status: z.enum(['scored', 'unreported', 'left_out_not_due', 'left_out_no_benchmark']),
  value: z.string().nullable(),
  weight: z.string(),
  /** Exact fractions, `num/den` in lowest terms. */
  target: z.string().nullable(),
  f: z.string().nullable(),
  points: z.string().nullable(),
});

const rowSchema = z.object({
  unit: z.string(),
  name: z.string(),
  track: z.string(),
  score: z.string().nullable(),
  place: z.number().int().nullable(),
  provisional: z.boolean(),
  reported: z.number().int(),
  due: z.number().int(),
  bonus: z.string(),
  deduction: z.string(),
  vetoed: z.boolean(),
  lines: z.array(lineSchema),
});

/** One indicator of a unit in a published table. */
export type TableLine = z.infer<typeof lineSchema>;
/** One unit of a published table. */
export type TableRow = z.infer<typeof rowSchema>;

/** What the hash is taken of: canonical JSON of these fields and nothing else. */
export const tableContentSchema = tableScopeSchema.extend({
  period: z.string(),
  /** The moment of asking, which decides what was due and overdue. */
  now: z.string(),
  rule_version: z.string(),
  inputs: inputsSchema,
  rows: z.array(rowSchema),
});

/** What a published table says and what it was made from. */
export type TableContent = z.infer<typeof tableContentSchema>;

export const publishedTableSchema = tableContentSchema.extend({
  /** `2026-10.T1.2`: period, scope and edition. */
  id: z.string(),
  name: z.string(),
  edition: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  published_by: z.string(),
  published_at: z.string(),
  /** Of a correction: why, and what differs from the edition before, line by line. */
  why: z.string().optional(),
  changes: z.array(z.string()).optional(),
});

/** A published table (公布表): frozen with its inputs and rule version under a hash; a correction is a new edition and the old one is kept. */
export type PublishedTable = z.infer<typeof publishedTableSchema>;

/** The id of an edition. */
export function publishedTableId(of: TableScope & { period: string; edition: number }): string {
  return `${of.period}.${of.of}.${of.edition}`;
}
