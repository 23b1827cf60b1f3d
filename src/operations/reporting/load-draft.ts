import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Doc } from '../../store/collections.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** The open draft of its own person. Throws when it is somebody else's, recorded or cancelled. */
export async function loadDraft(tx: ReadTx, id: string, actor: Actor): Promise<Doc<'drafts'>> {
  const draft = await tx.get('drafts', id);
  if (!draft) throw errors.staleCard();
  if (draft.person !== actor.openId) throw errors.notAllowed('这份上报由别人发起', '请由本人确认或更正');
  if (draft.state === 'recorded') throw errors.alreadyDone('这份上报已经记录');
  if (draft.state === 'cancelled') throw errors.conflict('这份上报已取消。如需上报，请重新发送。');
  return draft;
}
