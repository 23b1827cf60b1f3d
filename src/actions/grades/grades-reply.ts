import { gradeProposalCard, gradeResultCard, gradesSubject } from '#cards/grades/grade-proposal.ts';
import type { Context } from '../../context.ts';
import type { GradeProposal } from '../../domain/assessment/records/grade-proposal.ts';
import {
  headAccounts,
  isOfOfficeAs,
  officeAccounts,
} from '../../operations/adjustments/adjustment-people.ts';
import { gradeResults, seeGradeProposal } from '../../operations/grades/see-grades.ts';
import { accountsOf } from '../../operations/people/accounts-of.ts';
import { viewerOf } from '../../operations/second-person.ts';
import type { Notice, Reply } from '../../reply/reply.ts';

/** The proposal's card, with what this viewer can do. */
async function proposalMessages({ tx, frame }: Context, proposal: GradeProposal) {
  const seen = await seeGradeProposal(tx, proposal);
  return (viewer: ReturnType<typeof viewerOf>) => ({
    card: gradeProposalCard({ demo: frame.demo, viewer, ...seen }),
    subject: gradesSubject(proposal.id),
  });
}

/** Each unit's head is told the own result and nothing of others; where there is none, the unit's own group. */
async function resultNotices({ tx, frame }: Context, proposal: GradeProposal): Promise<Notice[]> {
  const chats = (await tx.all('chats')).filter(({ kind }) => kind === 'unit');
  const notices: Notice[] = [];
  for (const { unit, grade, ...result } of await gradeResults(tx, proposal)) {
    const message = { card: gradeResultCard({ demo: frame.demo, asOf: frame.asOf, grade, ...result }) };
    const heads = await headAccounts(tx, unit);
    const groups = chats.filter((chat) => chat.of === unit);
    notices.push(...heads.map((person) => ({ to: { person }, message })));
    if (heads.length === 0) notices.push(...groups.map(({ id }) => ({ to: { chat: id }, message })));
  }
  return notices;
}

/** What is shown after grades were proposed or decided: the card changes everywhere, and who must know is told. */
export async function gradesReply(context: Context, proposal: GradeProposal, toast: string): Promise<Reply> {
  const { tx, actor } = context;
  const { state, proposed_by } = proposal;
  const messageFor = await proposalMessages(context, proposal);
  const isOpen = state === 'proposed';
  const told = isOpen ? await officeAccounts(tx) : await accountsOf(tx, [proposed_by]);
  const message = messageFor(isOpen ? 'second' : 'proposer');
  const isAs = isOfOfficeAs(tx, proposal);
  const viewers = ['proposer', 'second'] as const;
  const office: Notice[] = told
    .filter((person) => person !== actor.openId)
    .map((person) => ({ to: { person }, message }));
  const units = state === 'effective' ? await resultNotices(context, proposal) : [];
  return {
    replace: messageFor(viewerOf(proposal, actor)),
    updates: viewers.map((viewer) => ({ ...messageFor(viewer), mayRead: isAs(viewer) })),
    notices: [...office, ...units],
    toast: { type: 'success', content: toast },
  };
}

/** The pressed card becomes the proposal as it is now. */
export async function showGrades(context: Context, proposal: GradeProposal): Promise<Reply> {
  const messageFor = await proposalMessages(context, proposal);
  return { replace: messageFor(viewerOf(proposal, context.actor)) };
}
