import type { Doc } from '../store/collections.ts';
import type { ReadTx, WriteTx } from '../store/document-store.ts';
import type { Vault } from '../store/vault.ts';
import type { Prepared } from './prepare-message.ts';

type Content = Doc<'outbox'>['content'];

interface Keeping {
  readonly prepared: Prepared;
  readonly vault: Vault;
  /** Seals the content under this key. */
  readonly sealUnder?: string | undefined;
}

/** The content as the outbox document keeps it; what many are shown stands in the store, and in the journal, once. */
export async function keepContent(tx: WriteTx, { prepared, vault, sealUnder }: Keeping): Promise<Content> {
  const { content, look } = prepared;
  if (sealUnder !== undefined) return vault.seal(sealUnder, content);
  if (look === undefined) return content;
  if (!(await tx.get('looks', look))) await tx.put('looks', { id: look, content });
  return { look };
}

/** The look that a message waits with, undefined when it has its content itself. */
export function lookOf({ content }: Doc<'outbox'>): string | undefined {
  return content !== null && typeof content === 'object' && 'look' in content ? content.look : undefined;
}

/** The document with its content in it, still sealed if it is. */
export async function withContent(tx: ReadTx, doc: Doc<'outbox'>): Promise<Doc<'outbox'>> {
  const look = lookOf(doc);
  if (look === undefined) return doc;
  return { ...doc, content: (await tx.get('looks', look))?.content ?? null };
}
