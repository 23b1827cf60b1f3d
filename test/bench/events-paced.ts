import { setTimeout as pause } from 'node:timers/promises';
import type { BenchPart, BenchRow } from './bench-row.ts';
import { type Arena, inArena } from './load/arena.ts';
import type { BotProcess } from './load/bot-process.ts';
import type { Turn } from './load/closed-loop.ts';
import { percentile } from './load/figures.ts';
import { openLoop } from './load/open-loop.ts';
import { createPoster, type Poster } from './load/poster.ts';
import { echoTurn, rankingTurn } from './load/ranking-turn.ts';

/** What the platform allows an app (fact sheet §4.2). */
const limits = { perSecond: 50, perMinute: 1000 };
const minuteMs = 60_000;
/** More than the platform lets out in its second, fewer than in its minute: a rush before a deadline. */
const rush = { perSecond: 100, ms: 9000 };
const quickRush = { perSecond: 100, ms: 1500 };

interface Rushing {
  readonly bot: BotProcess;
  readonly turn: (poster: Poster) => Turn;
  readonly load: { readonly perSecond: number; readonly ms: number };
}

async function rushOn({ api }: Arena, { bot, turn, load }: Rushing) {
  const refusedBefore = api.refused();
  const poster = createPoster(bot.port, 256);
  const beganMs = performance.now();
  const { latencies, failures } = await openLoop({ ...load, turn: turn(poster) });
  const seconds = (performance.now() - beganMs) / 1000;
  await poster.close();
  const lost = failures.length;
  return { latencies, lost, perSecond: latencies.length / seconds, refused: api.refused() - refusedBefore };
}

/** The same with the platform's real limits, which the fake API now enforces and our outbox keeps to. */
export const pacedEventsBench: BenchPart = (tell, { quick }) =>
  inArena('paced', async (arena): Promise<BenchRow[]> => {
    const { api } = arena;
    const load = quick ? quickRush : rush;
    tell(
      `${load.perSecond} ask each second for ${load.ms / 1000} s; the platform takes ${limits.perSecond}/s and ${limits.perMinute}/min`,
    );
    api.limit(limits);
    const ours = await rushOn(arena, { bot: arena.ours, turn: (poster) => rankingTurn(api, poster), load });
    // The minute in which ours were let out must not be the peer's.
    await pause(quick ? 1000 : minuteMs);
    const peer = await rushOn(arena, { bot: arena.peer, turn: (poster) => echoTurn(api, poster), load });
    const row = (name: string, of: (side: typeof ours) => number): BenchRow => ({
      ...{ name, ours: of(ours), peer: of(peer), ratio: of(ours) / of(peer) },
    });
    return [
      row('replies/s', (side) => side.perSecond),
      row('  p50, ms', (side) => percentile(side.latencies, 0.5)),
      row('  p99, ms', (side) => percentile(side.latencies, 0.99)),
      row('  calls turned away by the platform', (side) => side.refused),
      {
        ...row('  replies that never came', (side) => side.lost),
        ratio: null,
        target: '0',
        met: ours.lost === 0,
      },
    ];
  });
