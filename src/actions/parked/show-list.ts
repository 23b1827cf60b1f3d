import { parkedCard } from '#cards/system/parked.ts';
import type { Context } from '../../context.ts';
import { seeParked } from '../../operations/parked/see-parked.ts';
import type { Reply } from '../../reply/reply.ts';

/** The pressed card becomes the list as it is now. */
export async function showList(
  { tx, frame }: Context,
  { page, toast }: { page: number; toast?: string },
): Promise<Reply> {
  const messages = await seeParked(tx);
  return {
    replace: { card: parkedCard({ demo: frame.demo, page, messages }) },
    ...(toast === undefined ? {} : { toast: { type: 'success', content: toast } }),
  };
}
