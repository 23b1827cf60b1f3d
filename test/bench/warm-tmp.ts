import { inArena } from './load/arena.ts';
import { closedLoop } from './load/closed-loop.ts';
import { createPoster } from './load/poster.ts';
import { rankingTurn } from './load/ranking-turn.ts';
import { reportTurn } from './load/report-turn.ts';
import { seats } from './load/seats.ts';
import { reporters } from './load/sentences.ts';

const what = process.argv[2] ?? 'rankings';
const secs = Number(process.argv[3] ?? 6);
const conns = Number(process.argv[4] ?? 50);
await inArena('freed', async ({ api, ours }) => {
  const poster = createPoster(ours.port, conns);
  const turn = what === 'rankings' ? rankingTurn(api, poster) : reportTurn(api, poster);
  const seatCount = what === 'rankings' ? seats.length : reporters.length;
  await closedLoop({ turn, connections: conns, seats: seatCount, ms: secs * 1000 });
  for (let i = 0; i < 3; i++) {
    const { result, usage } = await ours.during(() =>
      closedLoop({ turn, connections: conns, seats: seatCount, ms: secs * 500 }),
    );
    const n = result.latencies.length;
    console.log(
      what,
      conns,
      'rate',
      (n / result.seconds).toFixed(0),
      'cpu/op',
      (usage.cpuMs / n).toFixed(3),
      'loop p99',
      usage.loopP99Ms.toFixed(1),
      'rss',
      usage.rssMb,
      'p50/90/99/max',
      [0.5, 0.9, 0.99, 1]
        .map((q) =>
          [...result.latencies].sort((a, b) => a - b)[Math.min(n - 1, Math.floor(q * n))]?.toFixed(0),
        )
        .join('/'),
      result.firstFailure ?? '',
    );
  }
  await poster.close();
});
