import type { Doc } from '../../store/collections.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { boundAs } from '../bound-as.ts';

/** Whether its reader may still have it: what was written for a bound person goes to nobody who has left or become somebody else since (domain §8). Asked at each try. */
export async function mayReceive(tx: ReadTx, { reader, for_bound }: Doc<'outbox'>): Promise<boolean> {
  if (!for_bound || reader === undefined) return true;
  const binding = await tx.get('bindings', reader);
  if (!binding) return false;
  return for_bound === true || boundAs(binding).includes(for_bound);
}
