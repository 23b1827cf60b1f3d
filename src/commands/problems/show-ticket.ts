import { problemCardFor, problemSupplementFor } from '#cards/enterprise/problem-shown.ts';
import type { Context } from '../../context.ts';
import { stepsFor } from '../../domain/enterprise/problem-flow.ts';
import { cleanWriting } from '../../domain/enterprise/written-text.ts';
import { type FoundProblem, sightOfProblem } from '../../operations/problems/see-problem.ts';
import type { Outgoing, Reply } from '../../reply/reply.ts';
import { dayOf } from '../../shared/time.ts';

/** Characters that the form takes. */
const most = 1000;
const tooLong = `补充说明最多${most}个字，后面的没有带进表单，请精简后再提交。`;
const notNow = '现在不能再补充，刚才写的没有保存。需要补充时，承办单位会请您补充。';

/** The card of a problem that its asker may see; with what its entrepreneur adds, where they may, in its form, sealed since it may hold whatever they wrote. */
export async function ticketCard(
  context: Context,
  { problem, sides }: FoundProblem,
  adding?: string,
): Promise<Outgoing> {
  const { tx, now, calendar, frame } = context;
  const sight = await sightOfProblem(tx, problem, calendar);
  const shown = { demo: frame.demo, problem: sight, today: dayOf(now) };
  if (adding === undefined) return problemCardFor(shown, sides);
  if (!stepsFor(problem, sides).includes('supplement')) return problemCardFor(shown, sides, notNow);
  const written = [...cleanWriting(adding)];
  const card = problemSupplementFor(
    shown,
    written.slice(0, most).join(''),
    written.length > most ? tooLong : undefined,
  );
  return { ...card, sealUnder: problem.enterprise };
}

/** To the asker alone; a group is told the same line whatever was found. */
export function ticketReply({ place }: Context, message: Outgoing): Reply {
  if (place.type === 'private') return { here: [message] };
  return { privately: [message], here: [{ text: '已私聊答复您。' }] };
}
