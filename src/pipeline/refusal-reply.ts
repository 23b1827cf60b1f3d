import { sentenceCard } from '#cards/system/sentence.ts';
import type { Reply } from '../reply/reply.ts';
import type { StrongError } from '../shared/errors.ts';

/** What the chat is told of an error: its sentence, never its cause. */
export function refusalReply(error: StrongError, demo: boolean): Reply {
  const { say: text, next } = error;
  return { here: [{ card: sentenceCard({ demo, kind: 'error', text, next }), text }] };
}
