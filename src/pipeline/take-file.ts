import type { ReceivedFile } from '../commands/receive-file.ts';
import { PlatformError } from '../feishu/feishu.ts';
import type { IncomingMessage } from '../webhook/incoming.ts';
import type { PipelineDeps } from './deps.ts';

const maxFileBytes = 20 * 1024 * 1024;
/** What an exchange says of an answer that is longer than wanted. */
const tooLarge = 413;

/**
 * Downloads and keeps what a message brings, before its transaction opens; undefined when it brings nothing or its sender is nobody here.
 * Throws a PlatformError when the platform is silent.
 */
export async function takeFile(
  { store, feishu, files }: PipelineDeps,
  { message, sender, file }: IncomingMessage,
): Promise<ReceivedFile | undefined> {
  if (!file || !(await store.read((tx) => tx.get('bindings', sender.open_id)))) return undefined;
  try {
    const bytes = await feishu.downloadFile(message, file, maxFileBytes);
    return { type: file.type, name: file.name, hash: await files.put(bytes) };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code === tooLarge) return { refused: 'too_large' };
    if (error.kind === 'refused') return { refused: 'unavailable' };
    throw error;
  }
}
