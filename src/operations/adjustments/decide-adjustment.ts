import {
  type AdjustmentProposal,
  proposalProblem,
} from '../../domain/assessment/records/adjustment-proposal.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { checkProposer, checkSecondPerson } from '../second-person.ts';

interface Deciding {
  readonly id: string;
  readonly by: Actor;
  readonly now: Instant;
}

const what = '这项加减分';

async function proposalOf(tx: WriteTx, id: string): Promise<AdjustmentProposal> {
  const proposal = await tx.get('adjustment_proposals', id);
  if (!proposal) throw errors.notFound(what, '请发送 /加减分 重新打开。');
  return proposal;
}

/** Domain §4: a second person. */
async function secondPerson(tx: WriteTx, { id, by }: Deciding): Promise<AdjustmentProposal> {
  const proposal = await proposalOf(tx, id);
  checkSecondPerson(proposal, by, what);
  return proposal;
}

/** The catalogue may have changed since it was proposed. */
async function checkStillFits(tx: WriteTx, proposal: AdjustmentProposal, now: Instant): Promise<void> {
  const item = await tx.get('adjustment_items', proposal.item);
  const { type, points, date } = proposal.adjustment;
  const problem =
    item?.type === type
      ? proposalProblem({ item, points, date, today: dayOf(now) })
      : '事项目录里已没有这个事项。';
  if (problem !== undefined) throw errors.badInput(`${problem}没有生效，请驳回后重新提出。`);
}

async function nextAdjustmentId(tx: WriteTx): Promise<string> {
  const numbers = (await tx.all('adjustments')).map(({ id }) => Number(/^ADJ(\d+)$/.exec(id)?.[1] ?? 0));
  return `ADJ${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/** Approves: from now on it counts, in periods that end on its date or later. Throws `not_allowed` for its proposer, `conflict` where evidence came that the approver has not seen. */
export async function approveAdjustment(
  tx: WriteTx,
  { seenFiles, ...deciding }: Deciding & { readonly seenFiles: number },
): Promise<AdjustmentProposal> {
  const { by, now } = deciding;
  const proposal = await secondPerson(tx, deciding);
  if ((proposal.files?.length ?? 0) !== seenFiles)
    throw errors.conflict(`${what}刚附了新的佐证文件，没有生效。请发送 /加减分 打开，看过再审核。`);
  const { adjustment } = proposal;
  await checkStillFits(tx, proposal, now);
  const id = await nextAdjustmentId(tx);
  tx.because(adjustment.reason);
  await tx.put('adjustments', { ...adjustment, id, decided_by: by.id });
  return decided(tx, { ...proposal, state: 'effective', became: id, decided_by: by.id, decided_at: now });
}

/** Rejects with a reason. Throws `not_allowed` for its proposer. */
export async function rejectAdjustment(
  tx: WriteTx,
  { why, ...deciding }: Deciding & { why: string },
): Promise<AdjustmentProposal> {
  const { by, now } = deciding;
  const proposal = await secondPerson(tx, deciding);
  const decision = requiredWriting(why, { name: '驳回的理由', least: 2, most: 200 });
  tx.because(decision);
  return decided(tx, { ...proposal, state: 'rejected', decision, decided_by: by.id, decided_at: now });
}

/** Takes a proposal back; its proposer alone may. */
export async function withdrawAdjustment(
  tx: WriteTx,
  { id, by, now }: Deciding,
): Promise<AdjustmentProposal> {
  const proposal = await proposalOf(tx, id);
  checkProposer(proposal, by, what);
  return decided(tx, { ...proposal, state: 'withdrawn', decided_by: by.id, decided_at: now });
}

async function decided(tx: WriteTx, proposal: AdjustmentProposal): Promise<AdjustmentProposal> {
  await tx.put('adjustment_proposals', proposal);
  return proposal;
}
