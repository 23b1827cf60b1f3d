import type { BenchRow } from '../bench-row.ts';
import type { Result } from './contest.ts';
import { median } from './figures.ts';

/** What was contested: `rankings`, and with how many at once. */
export interface Contested {
  readonly what: string;
  readonly connections: number;
  readonly ours: Result;
  readonly peer: Result;
}

const atLeast = (ratio: number) => ({
  words: `≥ ${ratio.toFixed(1)} ×`,
  holds: (value: number) => value >= ratio,
});
const atMost = (ratio: number) => ({
  words: `≤ ${ratio.toFixed(1)} ×`,
  holds: (value: number) => value <= ratio,
});

interface Compared {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly ratio?: number;
  readonly target?: { words: string; holds(value: number): boolean };
}

function row({ name, ours, peer, target, ratio = ours / peer }: Compared): BenchRow {
  return { name, ours, peer, ratio, ...(target ? { target: target.words, met: target.holds(ratio) } : {}) };
}

/** Of pairs that ran one after the other, so that a noisy minute meets both. */
function pairedRatio(ours: readonly number[], peer: readonly number[]): number {
  return median(ours.map((rate, round) => rate / (peer[round] ?? Number.NaN)));
}

/** A contest as lines of the table, with the targets for one connection or many. */
export function contestRows({ what, connections, ours, peer }: Contested): BenchRow[] {
  const at = `${connections} at a time`;
  const many = connections > 1;
  const perEvent = ({ cpuMs, done }: Result) => cpuMs / done;
  return [
    row({
      name: `${what}/s, ${at}`,
      ours: median(ours.rates),
      peer: median(peer.rates),
      ratio: pairedRatio(ours.rates, peer.rates),
      target: atLeast(many ? 2 : 0.9),
    }),
    row({ name: `  p50, ms, ${at}`, ours: ours.p50Ms, peer: peer.p50Ms }),
    row({
      name: `  p99, ms, ${at}`,
      ours: ours.p99Ms,
      peer: peer.p99Ms,
      ...(many ? { target: atMost(1) } : {}),
    }),
    row({
      name: `  CPU ms each, ${at}`,
      ours: perEvent(ours),
      peer: perEvent(peer),
      ...(many ? { target: atMost(0.5) } : {}),
    }),
    ...(many ? [loopRow(`  event-loop delay p99, ms, ${at}`, ours, peer)] : []),
    row({ name: `  resident, MB, ${at}`, ours: ours.rssMb, peer: peer.rssMb }),
  ];
}

const loopTargetMs = 20;

function loopRow(name: string, ours: Result, peer: Result): BenchRow {
  return {
    name,
    ours: ours.loopP99Ms,
    peer: peer.loopP99Ms,
    ratio: ours.loopP99Ms / peer.loopP99Ms,
    target: `≤ ${loopTargetMs} ms`,
    met: ours.loopP99Ms <= loopTargetMs,
  };
}
