import type { ReadTx } from '../../store/document-store.ts';
import { accountsOf } from '../people/accounts-of.ts';
import { loadActor } from '../people/load-actor.ts';
import { headOf } from '../problems/problem-people.ts';
import { viewerOf } from '../second-person.ts';

/** The accounts of everybody in the assessment office now. */
export async function officeAccounts(tx: ReadTx): Promise<string[]> {
  const cadres = (await tx.all('cadres')).filter(({ roles }) => roles.includes('assessment_office'));
  return accountsOf(
    tx,
    cadres.map(({ id }) => id),
  );
}

/** The accounts of the head of a unit. */
export async function headAccounts(tx: ReadTx, unit: string): Promise<string[]> {
  const head = await headOf(tx, unit);
  return head ? accountsOf(tx, [head.id]) : [];
}

/** Whether an account is still the office's, and this to the proposal: who has left the office learns nothing new. */
export function isOfOfficeAs(tx: ReadTx, proposal: { readonly proposed_by: string }) {
  return (viewer: 'proposer' | 'second') => async (open_id: string) =>
    viewerOf(proposal, await loadActor(tx, { open_id, tenant: '' }, '')) === viewer;
}
