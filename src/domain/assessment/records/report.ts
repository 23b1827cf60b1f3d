import { z } from 'zod';
import { attachedFileSchema } from './attached-file.ts';
import { decimalSchema } from './decimal.ts';

export const reportSchema = z.object({
  id: z.string(),
  indicator: z.string(),
  unit: z.string(),
  period: z.string(),
  rev: z.number().int().min(1),
  value: decimalSchema,
  state: z.enum(['submitted', 'confirmed', 'returned']),
  reason: z.string().optional(),
  note: z.string().optional(),
  evidence: z.string().optional(),
  reporter: z.string(),
  reported_at: z.string(),
  decided_by: z.string().optional(),
  decided_at: z.string().optional(),
  /** Why it came after the due day. */
  late_reason: z.string().optional(),
  /** The cadre whose task it is, where another one reported it for them (代报). */
  on_behalf_of: z.string().optional(),
  /** Why the unit's head put it in place of another value. */
  correction: z.string().optional(),
  /** Evidence sent in chat, the oldest first; kept by hash. */
  files: z.array(attachedFileSchema).optional(),
});

/** One revision of a unit's value of an indicator for a period (进度). Revisions are never overwritten. */
export type Report = z.infer<typeof reportSchema>;
