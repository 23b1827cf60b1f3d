import { holds } from '../../authorize/authorize.ts';
import type { AdjustmentProposal } from '../../domain/assessment/records/adjustment-proposal.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import type { KeptFile } from '../../store/file-store.ts';
import { withFile } from '../with-file.ts';

/** The proposals to which this person may attach evidence: their own that wait, the newest first. */
export async function ownOpenProposals(tx: ReadTx, actor: Actor): Promise<AdjustmentProposal[]> {
  const open = await tx.find('adjustment_proposals', { index: 'state', key: 'proposed' });
  return open
    .filter(({ proposed_by }) => proposed_by === actor.id)
    .sort((a, b) => (a.proposed_at < b.proposed_at ? 1 : -1));
}

/** Adds a kept file to a proposed bonus, deduction or veto, before it is decided; its proposer alone may, while they are of the office. */
export async function attachToAdjustment(
  tx: WriteTx,
  { id, file, actor, now }: { id: string; file: KeptFile; actor: Actor; now: Instant },
): Promise<AdjustmentProposal> {
  const proposal = await tx.get('adjustment_proposals', id);
  if (proposal?.proposed_by !== actor.id || !holds(actor, 'adjust'))
    throw errors.notAllowed('您不能给这项加减分附材料', '由提出人在审核之前附材料');
  if (proposal.state !== 'proposed') throw errors.alreadyDone('这项加减分已经办理');
  const files = withFile(proposal.files, { ...file, by: actor.id, at: now });
  const attached: AdjustmentProposal = { ...proposal, files };
  await tx.put('adjustment_proposals', attached);
  return attached;
}
