import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StrongError } from '../../shared/errors.ts';
import { silentLog } from '../../shared/log.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { openJsonFileStore } from '../../store/json-file/open-json-file-store.ts';
import { readSnapshotOf } from '../../store/json-file/verify-folder.ts';

/** Opens a data folder as what it is; throws with a sentence where there is none, or a bot that runs has it. */
export async function openFolder(dir: string): Promise<DocumentStore> {
  if (!existsSync(join(dir, 'db.json'))) {
    throw new StrongError(
      'no_store',
      `数据目录 ${dir} 里没有数据。请先启动一次机器人，或用 --data 指明数据目录。没有做任何改动。`,
    );
  }
  const { mode } = await readSnapshotOf(dir);
  return openJsonFileStore({ dir, mode, log: silentLog });
}
