import { errors } from '../shared/errors.ts';
import type { FileStore, KeptFile } from '../store/file-store.ts';

/** Throws `bad_input` where a press names a file that is not kept here; nothing when it names none. */
export async function checkKept(files: FileStore, file: KeptFile | undefined): Promise<void> {
  if (file && !(await files.get(file.hash))) throw errors.badInput('没有取到这个文件，请重新发送。');
}
