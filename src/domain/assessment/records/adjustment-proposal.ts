import { z } from 'zod';
import { compare, rational } from '../../../shared/rational.ts';
import type { Day } from '../../../shared/time.ts';
import { adjustmentSchema } from './adjustment.ts';
import type { AdjustmentItem } from './adjustment-item.ts';
import { attachedFileSchema } from './attached-file.ts';

export const adjustmentProposalSchema = z.object({
  id: z.string(),
  state: z.enum(['proposed', 'effective', 'rejected', 'withdrawn']),
  /** The item of the catalogue it falls under. */
  item: z.string(),
  /** What it would become when approved; its `decided_by` is then the approver. */
  adjustment: adjustmentSchema.omit({ id: true, decided_by: true }),
  proposed_by: z.string(),
  proposed_at: z.string(),
  decided_by: z.string().optional(),
  decided_at: z.string().optional(),
  /** Why it was rejected. */
  decision: z.string().optional(),
  /** Evidence sent in chat, the oldest first; kept by hash. */
  files: z.array(attachedFileSchema).optional(),
  /** The id of the adjustment that it became when approved. */
  became: z.string().optional(),
});

/**
 * A bonus, deduction or veto that somebody of the office proposes (加减分申请): proposed → effective | rejected by a second person, or
 * withdrawn by its proposer. It counts only as the adjustment that it becomes when effective.
 */
export type AdjustmentProposal = z.infer<typeof adjustmentProposalSchema>;

interface Proposed {
  readonly item: AdjustmentItem;
  readonly points: string;
  readonly date: Day;
  readonly today: Day;
}

/** Why a proposal is refused, as a Chinese sentence: points outside the item's bounds, or a day that has not come. */
export function proposalProblem({ item, points, date, today }: Proposed): string | undefined {
  if (date > today) return '认定日期还没有到，请填今天或以前的日期。';
  if (item.type === 'veto') return undefined;
  const value = rational(points);
  const isBetween = compare(value, rational(item.min)) >= 0 && compare(value, rational(item.max)) <= 0;
  return isBetween ? undefined : `“${item.name}”每次 ${item.min}～${item.max} 分，${points} 分不在范围内。`;
}
