import { z } from 'zod';
import { mayHoldCode } from '../../shared/ids.ts';
import type { Vault } from '../../store/vault.ts';
import { type IncomingMessage, incomingMessageSchema } from './incoming.ts';

const keptSchema = z.object({
  kind: z.literal('coded-message'),
  sealed: z.object({ key: z.string(), data: z.string() }),
});

/** One key for all: a code lives for days, and a key of its own would cost each of them a file. */
const key = 'coded_messages';

/** The message as its inbox document may hold it: sealed when its text may hold a code, which is as good as a key and stands in no journal. */
export async function sealMessage(
  vault: Vault,
  message: IncomingMessage,
): Promise<IncomingMessage | z.infer<typeof keptSchema>> {
  if (!mayHoldCode(message.text)) return message;
  return { kind: 'coded-message', sealed: await vault.seal(key, JSON.stringify(message)) };
}

/** The message that an inbox document holds; undefined when it holds none, or one that can no longer be read. */
export async function openMessage(vault: Vault, body: unknown): Promise<IncomingMessage | undefined> {
  const kept = keptSchema.safeParse(body);
  if (!kept.success) return incomingMessageSchema.safeParse(body).data;
  const text = await vault.open(kept.data.sealed);
  return text === undefined ? undefined : incomingMessageSchema.safeParse(JSON.parse(text)).data;
}
