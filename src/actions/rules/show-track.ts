import { trackFormCard } from '#cards/rules/track-form.ts';
import type { Context } from '../../context.ts';
import { periodOfDay } from '../../domain/calendar/period.ts';
import { seeTrack, type TrackOf } from '../../operations/rules/change-track.ts';
import type { Reply, Toast } from '../../reply/reply.ts';
import { dayOf } from '../../shared/time.ts';

/** The pressed card becomes the track's form as it is now. */
export async function showTrack(
  { tx, now, frame }: Context,
  { toast, ...of }: TrackOf & { toast?: Toast },
): Promise<Reply> {
  const month = periodOfDay('month', dayOf(now));
  const card = trackFormCard({ demo: frame.demo, month, ...(await seeTrack(tx, of)) });
  return { replace: { card }, ...(toast ? { toast } : {}) };
}
