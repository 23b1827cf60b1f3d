import type { Actor } from '../domain/people/actor.ts';
import { errors } from '../shared/errors.ts';

interface Proposed {
  readonly state: string;
  readonly proposed_by: string;
}

const outcomes: Readonly<Record<string, string>> = {
  effective: '已经生效',
  rejected: '已被驳回',
  withdrawn: '已经撤回',
  replaced: '已由新的代替',
};

/** Throws `already_done` where a proposal is no longer open. `what` is what it is called: 这项加减分. */
function checkOpen({ state }: Proposed, what: string): void {
  if (state !== 'proposed') throw errors.alreadyDone(`${what}${outcomes[state] ?? '已经处理'}`);
}

/** Throws `not_allowed` where the proposer decides: a second person must, in whichever role. */
export function checkSecondPerson(proposal: Proposed, by: Actor, what: string): void {
  checkOpen(proposal, what);
  if (proposal.proposed_by === by.id)
    throw errors.notAllowed(
      `提出人不能审核自己提出的${what.replace(/^这项|^这份/, '')}`,
      '请考核办另一位同志审核',
    );
}

/** Throws `not_allowed` where somebody else than the proposer takes a proposal back. */
export function checkProposer(proposal: Proposed, by: Actor, what: string): void {
  checkOpen(proposal, what);
  if (proposal.proposed_by !== by.id) throw errors.notAllowed('只有提出人可以撤回', '审核人可以批准或驳回');
}

/** What somebody of the assessment office is to a proposal: its proposer may take it back, a second person decides, others read. */
export function viewerOf(
  { proposed_by }: Pick<Proposed, 'proposed_by'>,
  { id, roles }: Actor,
): 'proposer' | 'second' | 'reader' {
  if (!roles.includes('assessment_office')) return 'reader';
  return id === proposed_by ? 'proposer' : 'second';
}
