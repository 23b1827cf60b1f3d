import {
  type AdjustmentProposal,
  proposalProblem,
} from '../../domain/assessment/records/adjustment-proposal.ts';
import { decimalSchema } from '../../domain/assessment/records/decimal.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { rational, toDecimal } from '../../shared/rational.ts';
import { dayOf, type Instant, isDay } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import type { KeptFile } from '../../store/file-store.ts';
import { withFile } from '../with-file.ts';

/** What the form says. */
export interface TypedAdjustment {
  readonly unit: string;
  readonly item: string;
  readonly points: string;
  /** `YYYY-MM-DD`, the day on which it was established. */
  readonly date: string;
  readonly reason: string;
  readonly document: string;
}

const nothingSaved = '没有保存任何内容。';

function pointsOf(typed: string): string {
  const bare = typed.normalize('NFKC').replace(/[\s分]/g, '');
  if (!decimalSchema.safeParse(bare).success)
    throw errors.badInput(`分值请只填数字，如 0.5。${nothingSaved}`);
  return toDecimal(rational(bare), 20);
}

/** Proposes a bonus, deduction or veto under an item of the catalogue; it counts only when a second person approves. */
export async function proposeAdjustment(
  tx: WriteTx,
  { typed, file, by, now }: { typed: TypedAdjustment; file?: KeptFile | undefined; by: Actor; now: Instant },
): Promise<AdjustmentProposal> {
  const unit = await tx.get('units', typed.unit);
  if (!unit) throw errors.badInput(`请选择单位。${nothingSaved}`);
  const item = await tx.get('adjustment_items', typed.item);
  if (!item) throw errors.badInput(`请选择事项。${nothingSaved}`);
  if (!isDay(typed.date)) throw errors.badInput(`请选择认定日期。${nothingSaved}`);
  const year = Number(typed.date.slice(0, 4));
  if (!(await tx.all('tracks')).some((track) => track.year === year && track.units.includes(unit.id)))
    throw errors.badInput(`${unit.short_name}${year}年没有参加考核，请核对认定日期。${nothingSaved}`);
  const points = item.type === 'veto' ? '0' : pointsOf(typed.points);
  const problem = proposalProblem({ item, points, date: typed.date, today: dayOf(now) });
  if (problem !== undefined) throw errors.badInput(`${problem}${nothingSaved}`);
  const proposal: AdjustmentProposal = {
    id: newId('adj'),
    state: 'proposed',
    item: item.id,
    adjustment: {
      year,
      unit: unit.id,
      type: item.type,
      points,
      reason: requiredWriting(typed.reason, { name: '事由', least: 4, most: 200 }),
      date: typed.date,
      document: requiredWriting(typed.document, { name: '依据', least: 2, most: 200 }),
    },
    proposed_by: by.id,
    proposed_at: now,
    ...(file && { files: withFile([], { ...file, by: by.id, at: now }) }),
  };
  tx.because(proposal.adjustment.reason);
  await tx.put('adjustment_proposals', proposal);
  return proposal;
}
