import type { Context } from '../../context.ts';
import { type ParkedSight, seeParked } from '../../operations/parked/see-parked.ts';

/** What a press on a message says when somebody has decided about it meanwhile. */
export const alreadyDecided = '这条消息已经处理过了';

/** The parked message of that id; undefined when somebody has decided meanwhile: the presser is then shown the list as it is. */
export async function findParked({ tx }: Context, id: string): Promise<ParkedSight | undefined> {
  return (await seeParked(tx)).find((each) => each.id === id);
}
