import type { BenchOptions, BenchPart, BenchRow } from './bench-row.ts';
import { type Arena, inArena } from './load/arena.ts';
import { contest } from './load/contest.ts';
import { contestRows } from './load/contest-rows.ts';
import { echoTurn, rankingTurn } from './load/ranking-turn.ts';
import { seatCount } from './load/seats.ts';

async function rankings({ api, ours, peer }: Arena, connections: number, { quick }: BenchOptions) {
  const course = { connections, seats: seatCount, rounds: quick ? 1 : 7, roundMs: quick ? 1500 : 4000 };
  const found = await contest(
    {
      ours: { bot: ours, turn: (poster) => rankingTurn(api, poster) },
      peer: { bot: peer, turn: (poster) => echoTurn(api, poster) },
    },
    course,
  );
  const { failure } = found;
  if (failure !== undefined || api.strays() > 0) {
    throw new Error(`replies went astray (${api.strays()}): ${failure}`);
  }
  return contestRows({ what: 'rankings', connections, ...found });
}

/** A signed and encrypted message in, its ranking card at the platform: the whole product beside an echo on the bare SDK. */
export const eventsBench: BenchPart = (tell, options) =>
  inArena('freed', async (arena): Promise<BenchRow[]> => {
    tell(
      'the pace limits are out of the way; 200 people in 200 chats ask for rankings; the peer says back what it hears',
    );
    const one = await rankings(arena, 1, options);
    const many = await rankings(arena, 50, options);
    return [...many, ...one];
  });
