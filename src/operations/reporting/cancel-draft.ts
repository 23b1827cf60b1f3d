import type { Actor } from '../../domain/people/actor.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { loadDraft } from './load-draft.ts';

/** Drops a draft; nothing of it is recorded. */
export async function cancelDraft(tx: WriteTx, input: { draft: string; actor: Actor }): Promise<void> {
  const draft = await loadDraft(tx, input.draft, input.actor);
  await tx.put('drafts', { ...draft, state: 'cancelled' });
}
