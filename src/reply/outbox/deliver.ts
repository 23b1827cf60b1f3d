import type { Card } from '#cards/kit/card.ts';
import { type Delivered, type Feishu, PlatformError } from '../../feishu/feishu.ts';
import type { Doc } from '../../store/collections.ts';
import type { FileStore, KeptFile } from '../../store/file-store.ts';
import type { Vault } from '../../store/vault.ts';
import { plainTextOf } from '../plain-text.ts';
import { textMessage } from '../prepare-message.ts';

/** The content in clear, for the time of the sending only; undefined when its key was destroyed. */
export async function openContent(vault: Vault, { content }: Doc<'outbox'>): Promise<string | undefined> {
  if (content === null || typeof content === 'string') return content ?? undefined;
  return 'key' in content ? vault.open(content) : undefined;
}

/** What messages and their files go through. */
export interface Carriers {
  readonly feishu: Feishu;
  readonly files: FileStore;
}

interface Delivery {
  readonly doc: Doc<'outbox'>;
  readonly content: string;
  readonly shared: boolean;
  /** What is updated, for an update. */
  readonly updates: Doc<'outbox'> | undefined;
}

/** Uploads a kept file at each try, since an upload has no uuid; the content with which it is sent. */
async function uploaded({ feishu, files }: Carriers, kept: string): Promise<string> {
  const { hash, name }: KeptFile = JSON.parse(kept);
  const bytes = await files.get(hash);
  if (!bytes) throw new PlatformError('refused', 0, { message: '文件已不在数据目录里' });
  return JSON.stringify({ file_key: await feishu.uploadFile({ name, bytes }) });
}

/** Calls the platform; the document's id is the uuid. An update delivers no message of its own: undefined. */
export async function deliver(
  carriers: Carriers,
  { doc, content: queued, shared, updates }: Delivery,
): Promise<Delivered | undefined> {
  const { feishu } = carriers;
  const { target, kind, id } = doc;
  const content = kind === 'file' ? await uploaded(carriers, queued) : queued;
  if (target.type === 'update') {
    await feishu.update(updates?.message ?? '', content);
    return undefined;
  }
  const message = { kind, content, shared };
  if (target.type === 'reply') return feishu.reply(target.message, message, id);
  const to = target.type === 'chat' ? { chat: target.chat } : { person: target.person };
  return feishu.send(to, message, id);
}

/** What to send instead of a refused card, sealed under the card's key if it was. */
export async function textInstead(
  vault: Vault,
  doc: Doc<'outbox'>,
  content: string,
): Promise<Doc<'outbox'>['content']> {
  const card: Card = JSON.parse(content);
  const text = textMessage(plainTextOf(card)).content;
  const { content: stored } = doc;
  return stored !== null && typeof stored === 'object' && 'key' in stored
    ? vault.seal(stored.key, text)
    : text;
}
