import type { ReadTx } from '../../store/document-store.ts';
import { accountsOf } from '../people/accounts-of.ts';
import { loadActor } from '../people/load-actor.ts';
import { headOf } from '../problems/problem-people.ts';

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

/** Whether an account is still the office's: who has left it learns nothing new. */
export function isOfOffice(tx: ReadTx) {
  return async (open_id: string) =>
    (await loadActor(tx, { open_id, tenant: '' }, '')).roles.includes('assessment_office');
}
