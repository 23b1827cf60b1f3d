import type { Problem } from '../../domain/enterprise/problem.ts';
import { stepsFor } from '../../domain/enterprise/problem-flow.ts';
import { isPaused } from '../../domain/enterprise/problem-pause.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** The problems of the person's company to which what they wrote may belong, the newest first: those that wait for their word; where none does and they speak of adding (补充), all to which they may add. */
export async function listSupplementable(
  tx: ReadTx,
  { actor, text }: { readonly actor: Actor; readonly text: string },
): Promise<Problem[]> {
  if (actor.enterprise === undefined) return [];
  const own = await tx.find('problems', { index: 'enterprise', key: actor.enterprise });
  const open = own
    .filter((problem) => stepsFor(problem, ['entrepreneur']).includes('supplement'))
    .toSorted((a, b) => b.submitted_at.localeCompare(a.submitted_at));
  const waiting = open.filter(isPaused);
  return waiting.length > 0 || !text.includes('补充') ? waiting : open;
}
