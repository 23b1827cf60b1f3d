import type { BenchOptions, BenchRow } from '../bench-row.ts';
import type { Arena } from './arena.ts';
import type { Turn } from './closed-loop.ts';
import { contest } from './contest.ts';
import { contestRows } from './contest-rows.ts';
import type { FakeApi } from './fake-api.ts';
import type { Poster } from './poster.ts';

/** What both do. */
export interface Race {
  /** In the plural: `rankings`. */
  readonly what: string;
  readonly ours: (api: FakeApi, poster: Poster) => Turn;
  readonly peer: (api: FakeApi, poster: Poster) => Turn;
  readonly seats: number;
  /** Whether every journey of ours must have left a document. */
  readonly recorded?: boolean;
  /** Whether the targets are asked of it; they are unless told. */
  readonly judged?: boolean;
}

async function raceAt({ arena, race, connections, quick }: Racing): Promise<BenchRow[]> {
  const { api } = arena;
  // The race with one at a time follows that with many.
  const warmMs = quick || connections === 1 ? 0 : 25_000;
  const rounds = { rounds: quick ? 1 : 5, roundMs: quick ? 2000 : 4000 };
  const course = { connections, seats: race.seats, warmMs, ...rounds };
  const found = await contest(
    {
      ours: { bot: arena.ours, turn: (poster) => race.ours(api, poster) },
      peer: { bot: arena.peer, turn: (poster) => race.peer(api, poster) },
    },
    course,
  );
  const { ours, failure } = found;
  if (failure !== undefined) throw new Error(failure);
  if (api.strays() > 0) throw new Error(`${api.strays()} replies that nobody waited for`);
  if (race.recorded && ours.recorded !== ours.done) {
    throw new Error(`${ours.done} were confirmed, but ${ours.recorded} recorded`);
  }
  const rows = contestRows({ what: race.what, connections, ...found });
  return race.judged === false ? rows.map(({ target: _, met: __, ...row }) => row) : rows;
}

interface Racing extends BenchOptions {
  readonly arena: Arena;
  readonly race: Race;
  readonly connections: number;
}

/** Both at 50 at a time and at one, by turns. */
export async function runRace(arena: Arena, race: Race, options: BenchOptions): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const connections of [50, 1]) rows.push(...(await raceAt({ arena, race, connections, ...options })));
  return rows;
}
