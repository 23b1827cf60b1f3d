import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Vault } from '../../store/vault.ts';
import { type IncomingClick, incomingClickSchema } from '../events/incoming.ts';

const keptSchema = z.object({
  kind: z.literal('late-click'),
  sealed: z.object({ key: z.string(), data: z.string() }),
});

/** A form may hold contact details, which stand in no journal: each kept click has a key of its own, destroyed when it is done. */
function keyOf(event: string): string {
  return `click_${createHash('sha256').update(event).digest('hex').slice(0, 32)}`;
}

/** The click as its inbox document may hold it. */
export async function sealClick(vault: Vault, click: IncomingClick): Promise<z.infer<typeof keptSchema>> {
  return { kind: 'late-click', sealed: await vault.seal(keyOf(click.event), JSON.stringify(click)) };
}

/** The click that an inbox document holds; undefined when it holds none, or one that can no longer be read. */
export async function openClick(vault: Vault, body: unknown): Promise<IncomingClick | undefined> {
  const kept = keptSchema.safeParse(body);
  const text = kept.success ? await vault.open(kept.data.sealed) : undefined;
  return text === undefined ? undefined : incomingClickSchema.safeParse(JSON.parse(text)).data;
}

/** Makes what was sealed unreadable for ever. */
export function forgetClick(vault: Vault, event: string): Promise<void> {
  return vault.destroy(keyOf(event));
}
