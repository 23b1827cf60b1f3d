import { createHash } from 'node:crypto';

/** Names a state exactly, so that a form changes only what its reader saw; empty for nothing. */
export function seenMark(state: unknown): string {
  if (state === undefined) return '';
  return createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 16);
}
