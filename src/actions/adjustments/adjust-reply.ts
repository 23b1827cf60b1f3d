import { adjustNoticeCard } from '#cards/rules/adjust.ts';
import { adjustProposalCard, adjustSubject } from '#cards/rules/adjust-proposal.ts';
import type { Context } from '../../context.ts';
import type { AdjustmentProposal } from '../../domain/assessment/records/adjustment-proposal.ts';
import {
  headAccounts,
  isOfOfficeAs,
  officeAccounts,
} from '../../operations/adjustments/adjustment-people.ts';
import { seeAdjustment } from '../../operations/adjustments/see-adjustments.ts';
import { accountsOf } from '../../operations/people/accounts-of.ts';
import { viewerOf } from '../../operations/second-person.ts';
import type { Notice, Reply } from '../../reply/reply.ts';

/** A proposal's card for each of the office, which changes wherever it is shown. */
async function officeCards({ tx, actor, frame }: Context, id: string) {
  const { proposer: proposed_by, ...seen } = await seeAdjustment(tx, id);
  const messageFor = (viewer: ReturnType<typeof viewerOf>) => ({
    card: adjustProposalCard({ demo: frame.demo, viewer, ...seen }),
    subject: adjustSubject(id),
  });
  const isAs = isOfOfficeAs(tx, { proposed_by });
  const updates = (['proposer', 'second'] as const).map((viewer) => ({
    ...messageFor(viewer),
    mayRead: isAs(viewer),
  }));
  return { seen, messageFor, replace: messageFor(viewerOf({ proposed_by }, actor)), updates };
}

async function unitNotices(
  context: Context,
  { unit, ...view }: Omit<Parameters<typeof adjustNoticeCard>[0], 'private'> & { unit: string },
): Promise<Notice[]> {
  const { tx } = context;
  const heads = await headAccounts(tx, unit);
  const message = { card: adjustNoticeCard({ ...view, private: heads.length > 0 }) };
  if (heads.length > 0) return heads.map((person) => ({ to: { person }, message }));
  const groups = (await tx.all('chats')).filter((chat) => chat.kind === 'unit' && chat.of === unit);
  return groups.map((chat) => ({ to: { chat: chat.id }, message }));
}

/** What is shown after a proposal was made or decided: its card changes everywhere, and who must know is told. */
export async function adjustReply(
  context: Context,
  { id, state, proposed_by }: AdjustmentProposal,
  toast: string,
): Promise<Reply> {
  const { tx, actor, frame } = context;
  const { seen, messageFor, replace, updates } = await officeCards(context, id);
  const isOpen = state === 'proposed';
  const told = isOpen ? await officeAccounts(tx) : await accountsOf(tx, [proposed_by]);
  const message = messageFor(isOpen ? 'second' : 'proposer');
  const notices: Notice[] = told
    .filter((person) => person !== actor.openId)
    .map((person) => ({ to: { person }, message }));
  const concerned = state === 'effective' ? await unitNotices(context, { demo: frame.demo, ...seen }) : [];
  return {
    replace,
    updates,
    notices: [...notices, ...concerned],
    toast: { type: 'success', content: toast },
  };
}

/** Evidence was attached: the pressed card becomes the proposal, and every shown one of it changes. */
export async function adjustAttached(context: Context, { id }: AdjustmentProposal): Promise<Reply> {
  const { replace, updates } = await officeCards(context, id);
  return { replace, updates, toast: { type: 'success', content: '已附上' } };
}

/** The pressed card becomes the proposal as it is now. */
export async function showProposal(context: Context, id: string): Promise<Reply> {
  return { replace: (await officeCards(context, id)).replace };
}
