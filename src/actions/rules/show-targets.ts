import { targetsCard } from '#cards/rules/targets.ts';
import type { Context } from '../../context.ts';
import { seeTargets } from '../../operations/rules/see-targets.ts';
import type { TargetsOf } from '../../operations/rules/targets-of.ts';
import type { Reply, Toast } from '../../reply/reply.ts';

/** The pressed card becomes the unit's targets as they are now. */
export async function showTargets(
  { tx, now, frame }: Context,
  { page = 1, toast, ...of }: TargetsOf & { page?: number | undefined; toast?: Toast },
): Promise<Reply> {
  const card = targetsCard({ demo: frame.demo, page, ...(await seeTargets(tx, { ...of, now })) });
  return { replace: { card }, ...(toast ? { toast } : {}) };
}

/** Somebody changed the draft since the pressed card was shown: nothing is done, the card shows it as it is now. */
export function showOtherDraft(context: Context, of: TargetsOf): Promise<Reply> {
  const content = '草稿在您打开之后有变化，没有办理，请核对后再点';
  return showTargets(context, { ...of, toast: { type: 'warning', content } });
}
