import type { Context } from '../context.ts';
import { understand } from '../domain/language/understand.ts';
import { unitsOf } from '../domain/people/actor.ts';

/** Whether a text is progress of a known indicator (诉求 满意率10月97.1%). Entrepreneurs report none: their words are of their problem. */
export async function isReport(context: Context, text: string): Promise<boolean> {
  const { actor, now, calendar, knowledge } = context;
  if (actor.enterprise !== undefined) return false;
  const vocabulary = await knowledge.vocabulary();
  const said = understand({ text, now, units: unitsOf(actor), calendar, vocabulary });
  if (said.kind !== 'ask') return said.kind === 'progress';
  return said.asks.some(({ indicator, candidates }) => indicator !== null || candidates !== undefined);
}
