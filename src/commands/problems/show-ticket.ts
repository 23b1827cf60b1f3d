import { problemCardFor, problemSupplementFor } from '#cards/enterprise/problem-shown.ts';
import type { Context } from '../../context.ts';
import { stepsFor } from '../../domain/enterprise/problem-flow.ts';
import { cleanWriting } from '../../domain/enterprise/written-text.ts';
import { type FoundProblem, sightOfProblem } from '../../operations/problems/see-problem.ts';
import type { Outgoing, Reply } from '../../reply/reply.ts';
import { dayOf } from '../../shared/time.ts';

/** Characters that the form takes. */
const most = 1000;

/** The card of a problem that its asker may see; with what its entrepreneur adds, where they may, in its form, sealed since it may hold whatever they wrote. */
export async function ticketCard(
  context: Context,
  { problem, sides }: FoundProblem,
  adding?: string,
): Promise<Outgoing> {
  const { tx, now, calendar, frame } = context;
  const sight = await sightOfProblem(tx, problem, calendar);
  const shown = { demo: frame.demo, problem: sight, today: dayOf(now) };
  if (adding === undefined || !stepsFor(problem, sides).includes('supplement')) {
    return problemCardFor(shown, sides);
  }
  const written = [...cleanWriting(adding)].slice(0, most).join('');
  return { ...problemSupplementFor(shown, written), sealUnder: problem.enterprise };
}

/** To the asker alone; a group is told the same line whatever was found. */
export function ticketReply({ place }: Context, message: Outgoing): Reply {
  if (place.type === 'private') return { here: [message] };
  return { privately: [message], here: [{ text: '诉求进展已私聊发给您。' }] };
}
