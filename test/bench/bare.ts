import type { BenchPart } from './bench-row.ts';
import { inArena } from './load/arena.ts';
import { runRace } from './load/race.ts';
import { echoTurn, rankingTurn } from './load/ranking-turn.ts';
import { seatCount } from './load/seats.ts';

/** The least that ours can cost: the same race with nothing of ours but the door, the journal and the SDK's client. No targets: it says which are within reach. */
export const bareBench: BenchPart = (tell, options) => {
  tell('ours takes the message in, marks it done and sends everybody the same card; the peer as in events');
  const race = { what: 'bare replies', ours: rankingTurn, peer: echoTurn, seats: seatCount, judged: false };
  return inArena('bare', (arena) => runRace(arena, race, options));
};
