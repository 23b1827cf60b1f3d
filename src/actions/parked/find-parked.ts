import type { Context } from '../../context.ts';
import { type ParkedSight, seeParked } from '../../operations/see-parked.ts';
import { errors } from '../../shared/errors.ts';

/** The parked message of that id; throws when somebody has decided meanwhile. */
export async function findParked({ tx }: Context, id: string): Promise<ParkedSight> {
  const found = (await seeParked(tx)).find((each) => each.id === id);
  if (!found) throw errors.alreadyDone('这条消息已经处理过了');
  return found;
}
