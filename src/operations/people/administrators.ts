import type { ReadTx } from '../../store/document-store.ts';
import { loadActor } from './load-actor.ts';

/** The accounts of all who are administrator now. */
export async function administrators(tx: ReadTx): Promise<string[]> {
  const accounts: string[] = [];
  for (const { id } of await tx.all('bindings')) {
    // Only people of the tenant are bound as staff, so whose tenant it is does not matter here.
    const { roles } = await loadActor(tx, { open_id: id, tenant: '' }, '');
    if (roles.includes('admin')) accounts.push(id);
  }
  return accounts;
}
