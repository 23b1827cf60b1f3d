import { fits, holds } from '../../authorize/authorize.ts';
import { maySeeWorking } from '../../authorize/ranking-sight.ts';
import type { AdjustmentProposal } from '../../domain/assessment/records/adjustment-proposal.ts';
import type { AttachedFile } from '../../domain/assessment/records/attached-file.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';

interface Seeing {
  readonly actor: Actor;
  readonly place: Place;
}

/** What is proposed is the office's alone; what is in force belongs to the unit's working (domain §8). */
function mayRead({ state, adjustment }: AdjustmentProposal, { actor, place }: Seeing): boolean {
  if (holds(actor, 'adjust') && fits(place, 'adjust')) return true;
  return state === 'effective' && maySeeWorking(adjustment.unit, actor, place);
}

/** One piece of evidence of a bonus, deduction or veto; throws `not_allowed`, whether or not there is one of that id, where it may not be shown. */
export async function adjustmentEvidence(
  tx: ReadTx,
  { id, at, ...seeing }: Seeing & { id: string; at: number },
): Promise<AttachedFile> {
  const proposal = await tx.get('adjustment_proposals', id);
  if (!proposal || !mayRead(proposal, seeing))
    throw errors.notAllowed('这份佐证文件不在您的查看范围内', '考核办可以查看，生效后本单位也可以');
  const file = proposal.files?.[at];
  if (!file) throw errors.staleCard();
  return file;
}

/** Puts beside each adjustment the proposal it came from and the names of its evidence, where there is any. */
export async function withEvidence<A extends { readonly id: string }>(
  tx: ReadTx,
  adjustments: readonly A[],
): Promise<(A & { readonly proposal?: string; readonly files?: readonly string[] })[]> {
  return Promise.all(
    adjustments.map(async (each) => {
      const [proposal] = await tx.find('adjustment_proposals', { index: 'became', key: each.id });
      if (!proposal) return each;
      return { ...each, proposal: proposal.id, files: (proposal.files ?? []).map(({ name }) => name) };
    }),
  );
}
