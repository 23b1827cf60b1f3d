import type { GradeProposal } from '../../domain/assessment/records/grade-proposal.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';
import { checkProposer, checkSecondPerson } from '../second-person.ts';
import { gradeProposalsOf, yearEndTable } from './propose-grades.ts';

interface Deciding {
  readonly id: string;
  readonly by: Actor;
  readonly now: Instant;
}

const what = '这份等次';

/** A proposal by its id; throws `not_found` when there is none. */
export async function gradeProposal(tx: ReadTx, id: string): Promise<GradeProposal> {
  const proposal = await tx.get('grade_proposals', id);
  if (!proposal) throw errors.notFound(what, '请发送 /等次 重新打开。');
  return proposal;
}

/** Approves: the grades are kept with the units, earlier ones of the track and year are replaced. Throws `not_allowed` for the proposer, `conflict` where the table was corrected since. */
export async function approveGrades(tx: WriteTx, { id, by, now }: Deciding): Promise<GradeProposal> {
  const proposal = await gradeProposal(tx, id);
  checkSecondPerson(proposal, by, what);
  const newest = await yearEndTable(tx, proposal);
  if (newest?.hash !== proposal.table_hash)
    throw errors.conflict('提出之后公布表已经更正。请撤回或驳回，按新的公布表重新提出。');
  for (const earlier of await gradeProposalsOf(tx, proposal))
    if (earlier.state === 'effective') await tx.put('grade_proposals', { ...earlier, state: 'replaced' });
  for (const { unit: unitId, grade } of proposal.rows) {
    const unit = await tx.get('units', unitId);
    if (!unit) continue;
    const { [`${proposal.year}`]: _, ...others } = unit.grades;
    const grades = grade === null ? others : { ...others, [`${proposal.year}`]: grade };
    await tx.put('units', { ...unit, grades });
  }
  return decided(tx, { ...proposal, state: 'effective', decided_by: by.id, decided_at: now });
}

/** Rejects with a reason. Throws `not_allowed` for the proposer. */
export async function rejectGrades(
  tx: WriteTx,
  { id, by, now, why }: Deciding & { why: string },
): Promise<GradeProposal> {
  const proposal = await gradeProposal(tx, id);
  checkSecondPerson(proposal, by, what);
  const decision = requiredWriting(why, { name: '驳回的理由', least: 2, most: 200 });
  tx.because(decision);
  return decided(tx, { ...proposal, state: 'rejected', decision, decided_by: by.id, decided_at: now });
}

/** Takes a proposal back; its proposer alone may. */
export async function withdrawGrades(tx: WriteTx, { id, by, now }: Deciding): Promise<GradeProposal> {
  const proposal = await gradeProposal(tx, id);
  checkProposer(proposal, by, what);
  return decided(tx, { ...proposal, state: 'withdrawn', decided_by: by.id, decided_at: now });
}

async function decided(tx: WriteTx, proposal: GradeProposal): Promise<GradeProposal> {
  await tx.put('grade_proposals', proposal);
  return proposal;
}
