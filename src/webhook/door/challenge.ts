import { z } from 'zod';
import { sameSecret } from './verify-signature.ts';

const challengeSchema = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().max(1024),
  token: z.string(),
});

function isChallenge(decrypted: unknown): boolean {
  return (
    typeof decrypted === 'object' && decrypted !== null && 'type' in decrypted && 'challenge' in decrypted
  );
}

/**
 * The answer to the console's URL verification, undefined when it is none or its token is not ours. It comes unsigned (fact sheet §1.2), so
 * the caller must have decrypted it: only who knows the Encrypt Key gets an answer.
 */
export function challengeAnswer(decrypted: unknown, token: string): { challenge: string } | undefined {
  // Nearly everything is no challenge, and a failed parse costs more than all the cryptography of an event.
  if (!isChallenge(decrypted)) return undefined;
  const parsed = challengeSchema.safeParse(decrypted);
  if (!parsed.success || !sameSecret(token, parsed.data.token)) return undefined;
  return { challenge: parsed.data.challenge };
}
