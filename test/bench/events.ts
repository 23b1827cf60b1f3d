import type { BenchPart } from './bench-row.ts';
import { inArena } from './load/arena.ts';
import { runRace } from './load/race.ts';
import { echoTurn, rankingTurn } from './load/ranking-turn.ts';
import { seatCount } from './load/seats.ts';

/** A signed and encrypted message in, its ranking card at the platform: the whole product beside an echo on the bare SDK. */
export const eventsBench: BenchPart = (tell, options) => {
  tell(
    `${seatCount} people in ${seatCount} chats ask for rankings; the peer says back what it hears; no pace limits`,
  );
  const race = { what: 'rankings', ours: rankingTurn, peer: echoTurn, seats: seatCount };
  return inArena('freed', (arena) => runRace(arena, race, options));
};
