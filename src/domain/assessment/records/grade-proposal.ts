import { z } from 'zod';

const gradeSchema = z.enum(['first', 'second', 'third']);

const rowSchema = z.object({
  unit: z.string(),
  name: z.string(),
  score: z.string().nullable(),
  place: z.number().int().nullable(),
  grade: gradeSchema.nullable(),
  barred: z.boolean(),
});

export const gradeProposalSchema = z.object({
  /** `2026.T1.2`: year, track and number. */
  id: z.string(),
  year: z.number().int(),
  track: z.string(),
  track_name: z.string(),
  /** The published table that the grades follow from, and its hash. */
  table: z.string(),
  table_hash: z.string(),
  rows: z.array(rowSchema),
  notes: z.array(
    z.object({ above: z.enum(['first', 'second']), last: z.string(), below: z.string(), gap: z.string() }),
  ),
  provisional: z.number().int(),
  state: z.enum(['proposed', 'effective', 'rejected', 'withdrawn', 'replaced']),
  proposed_by: z.string(),
  proposed_at: z.string(),
  decided_by: z.string().optional(),
  decided_at: z.string().optional(),
  /** Why it was rejected. */
  decision: z.string().optional(),
});

/**
 * The year-end grades of a track (年度等次) as somebody of the office proposes them from a published table: proposed → effective | rejected
 * by a second person, or withdrawn; replaced where later ones took effect.
 */
export type GradeProposal = z.infer<typeof gradeProposalSchema>;

/** What the grades are called. */
export const gradeNames = { first: '第一等次', second: '第二等次', third: '第三等次' } as const;
