import { problemCardFor } from '#cards/enterprise/problem-shown.ts';
import type { Context } from '../../context.ts';
import { type FoundProblem, sightOfProblem } from '../../operations/problems/see-problem.ts';
import type { Outgoing, Reply } from '../../reply/reply.ts';
import { dayOf } from '../../shared/time.ts';

/** The card of a problem that its asker may see. */
export async function ticketCard(context: Context, { problem, sides }: FoundProblem): Promise<Outgoing> {
  const { tx, now, calendar, frame } = context;
  const sight = await sightOfProblem(tx, problem, calendar);
  return problemCardFor({ demo: frame.demo, problem: sight, today: dayOf(now) }, sides);
}

/** To the asker alone; a group is told the same line whatever was found. */
export function ticketReply({ place }: Context, message: Outgoing): Reply {
  if (place.type === 'private') return { here: [message] };
  return { privately: [message], here: [{ text: '诉求进展已私聊发给您。' }] };
}
