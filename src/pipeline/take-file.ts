import type { ReceivedFile } from '../commands/file/received-file.ts';
import { PlatformError } from '../feishu/feishu.ts';
import { loadActor } from '../operations/people/load-actor.ts';
import type { IncomingMessage } from '../webhook/events/incoming.ts';
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
  { message, sender, tenant, chat, file }: IncomingMessage,
): Promise<ReceivedFile | undefined> {
  if (!file || chat.type !== 'private') return undefined;
  const { roles } = await store.read((tx) => loadActor(tx, sender, tenant));
  if (roles.length === 0) return undefined;
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
