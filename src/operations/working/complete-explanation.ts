import type { Place } from '../../domain/people/actor.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { withEvidence } from '../adjustments/adjustment-evidence.ts';
import { nameReporters } from '../people/name-reporters.ts';

interface Explained {
  readonly lines: readonly { readonly reporter: string }[];
  readonly adjustments: readonly { readonly id: string }[];
}

/** Names the reporters and, where nobody reads along, the evidence of bonuses, deductions and vetoes. */
export async function completeExplanation<T extends Explained>(tx: ReadTx, seen: T, place: Place) {
  const named = await nameReporters(tx, seen);
  if (place.type !== 'private') return named;
  const adjustments: readonly T['adjustments'][number][] = named.adjustments;
  return { ...named, adjustments: await withEvidence(tx, adjustments) };
}
