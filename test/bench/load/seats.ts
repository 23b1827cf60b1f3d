import { dataset } from '#src/seed/dataset.ts';
import type { Seat } from './letters.ts';

/** How many chats the load is spread over. */
export const seatCount = 200;

/** 200 people of the demonstration district, each in their own chat with the bot. */
export const seats: readonly Seat[] = dataset
  .cadres('data/demo')
  .slice(0, seatCount)
  .map(({ id }) => ({ person: `ou_demo_${id}`, chat: `oc_bench_${id}` }));

/** The one of a number, round and round. */
export function nth<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new RangeError('the list is empty');
  return found;
}
