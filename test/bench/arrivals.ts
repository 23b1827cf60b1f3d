import type { BenchPart, BenchRow } from './bench-row.ts';
import { type Arena, inArena } from './load/arena.ts';
import { percentile } from './load/figures.ts';
import { openLoop } from './load/open-loop.ts';
import { createPoster } from './load/poster.ts';
import { rankingTurn } from './load/ranking-turn.ts';

const rates = [50, 500];
/** Enough that nobody waits for a connection before the door. */
const connections = 256;

async function arrivalsAt({ api, ours }: Arena, perSecond: number, ms: number): Promise<BenchRow[]> {
  const poster = createPoster(ours.port, connections);
  const turn = rankingTurn(api, poster);
  const { result, usage } = await ours.during(() => openLoop({ turn, perSecond, ms }));
  await poster.close();
  const { latencies, failures } = result;
  const at = `ms, ${perSecond} arrivals/s`;
  const row = (name: string, ours: number): BenchRow => ({ name, ours, peer: null, ratio: null });
  return [
    row(`card p50, ${at}`, percentile(latencies, 0.5)),
    row(`card p99, ${at}`, percentile(latencies, 0.99)),
    row(`card max, ${at}`, Math.max(...latencies)),
    row(`  event-loop delay p99, ${at}`, usage.loopP99Ms),
    {
      ...row(`  turned away or unanswered of ${latencies.length + failures.length}`, failures.length),
      target: '0',
      met: failures.length === 0,
    },
  ];
}

/** Arrivals at a steady rate for a minute each, whatever became of those before: from when each was due to its card at the platform. */
export const arrivalsBench: BenchPart = (tell, { quick }) =>
  inArena('freed', async (arena) => {
    const rows: BenchRow[] = [];
    for (const rate of rates) {
      tell(`${rate} arrivals a second`);
      rows.push(...(await arrivalsAt(arena, rate, quick ? 5000 : 60_000)));
    }
    return rows;
  });
