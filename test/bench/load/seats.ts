import { readFileSync } from 'node:fs';
import type { Seat } from './letters.ts';

/** How many chats the load is spread over. */
export const seatCount = 200;

const cadres = JSON.parse(readFileSync('data/demo/cadres.json', 'utf8')) as { id: string }[];

/** 200 people of the demonstration district, each in their own chat with the bot. */
export const seats: readonly Seat[] = cadres.slice(0, seatCount).map(({ id }) => ({
  person: `ou_demo_${id}`,
  chat: `oc_bench_${id}`,
}));

/** The seat of a number. */
export function seatOf(number: number): Seat {
  const seat = seats[number % seats.length];
  if (!seat) throw new RangeError('there are no seats');
  return seat;
}
