import type { ImportRecord } from '../../domain/import/plan/import-record.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** A workbook that waits for this person's word; throws `stale_card` when it is nobody's or somebody else's, `already_done` when it was decided. */
export async function loadImport(tx: ReadTx, id: string, actor: Actor): Promise<ImportRecord> {
  const record = await tx.get('imports', id);
  if (!record || record.person !== actor.openId) throw errors.staleCard();
  if (record.state === 'done') throw errors.alreadyDone('这份工作簿已经导入');
  if (record.state === 'dropped') throw errors.alreadyDone('这份工作簿已经放弃');
  return record;
}
