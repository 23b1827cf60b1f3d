import type { BenchRow } from './bench-row.ts';

const short = (value: number) => Number(value.toPrecision(4));

/** A figure with a limit that must not be passed; `ratio` is figure ÷ limit. */
export function atMost(
  name: string,
  ours: number,
  { limit, unit }: { limit: number; unit: string },
): BenchRow {
  return {
    name: `${name}, ${unit}`,
    ours: short(ours),
    peer: null,
    ratio: short(ours / limit),
    target: `≤ ${limit} ${unit}`,
    met: ours <= limit,
  };
}

/** A figure that has no target of its own. */
export function figure(name: string, ours: number): BenchRow {
  return { name, ours: short(ours), peer: null, ratio: null };
}

/** A figure beside the peer's of the same run; the name says where the peer could not run. */
export function beside(name: string, ours: number, peer: number | null): BenchRow {
  return { name, ours: short(ours), peer: peer && short(peer), ratio: peer && short(ours / peer) };
}

/** The middle one of some times. */
export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Says a row in one line. */
export function sentence({ name, ours, peer, ratio, target, met }: BenchRow): string {
  const parts = [peer === null ? '' : `peer ${peer}`, ratio === null ? '' : `ratio ${ratio}`, target ?? ''];
  const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
  return [`${name}: ${ours}`, ...parts, verdict].filter((part) => part !== '').join(' · ');
}
