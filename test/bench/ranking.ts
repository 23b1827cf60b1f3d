import { buildBook, type BookInput } from '#src/domain/assessment/book.ts';
import { rankDistrict } from '#src/domain/assessment/rank-district.ts';
import { scoreTrack } from '#src/domain/assessment/score-track.ts';
import { suppose } from '#src/domain/assessment/suppose.ts';
import type { BenchPart, BenchRow } from './bench-row.ts';
import { bigDistrict, demonstration } from './big-district.ts';

const asked = { period: '2026-10', now: '2026-11-22T09:00:00+08:00' };

function millisecondsOf(work: () => unknown): number {
  const since = performance.now();
  work();
  return performance.now() - since;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** From documents in memory to every unit of every track with its score and places: a new book, nothing remembered. */
const rankFromScratch = (documents: BookInput) => () => rankDistrict(buildBook(documents), asked);

/** A time that has a limit; `ratio` is time ÷ limit. */
function timed(name: string, ours: number, limit?: number): BenchRow {
  const rounded = Math.round(ours * 100) / 100;
  if (limit === undefined) return { name: `${name}, ms`, ours: rounded, peer: null, ratio: null };
  return {
    name: `${name}, ms`,
    ours: rounded,
    peer: null,
    ratio: Math.round((ours / limit) * 100) / 100,
    target: `≤ ${limit} ms`,
    met: ours <= limit,
  };
}

interface Measured {
  readonly name: string;
  readonly documents: BookInput;
  readonly rounds: number;
  readonly limit?: number;
}

function measure({ name, documents, rounds, limit }: Measured): BenchRow[] {
  const rank = rankFromScratch(documents);
  const first = millisecondsOf(rank);
  for (let warm = 0; warm < Math.min(rounds, 15); warm += 1) rank();
  const times = Array.from({ length: rounds }, () => millisecondsOf(rank));
  return [timed(name, median(times), limit), timed(`${name}, the first`, first)];
}

/** One changed value after the other: every indicator of one unit, the track ranked anew each time. */
function everyOption(documents: BookInput): () => void {
  const book = buildBook(documents);
  const track = book.tracksOf(2026)[0];
  const [unit = ''] = track?.units ?? [];
  scoreTrack(book, { track: track?.id ?? '', ...asked });
  const periodOf = (code: string) =>
    ['2026-10', '2026-10B', '2026Q3', '2026H1'].find((period) => book.valueFor(code, unit, period));
  return () => {
    for (const { indicator } of book.assignmentsOf(unit, 2026)) {
      const period = periodOf(indicator) ?? '2026-10';
      const then = suppose(book, [{ indicator, unit, period, value: '77.7' }]);
      scoreTrack(then, { track: track?.id ?? '', ...asked });
    }
  };
}

/** Rankings from scratch (a new book, nothing remembered), and all what-if options of one unit. */
export const ranking: BenchPart = async (tell) => {
  const rows: BenchRow[] = [];
  const add = (...more: BenchRow[]) => {
    for (const row of more) tell(`${row.name}: ${row.ours}${row.target ? ` (${row.target})` : ''}`);
    rows.push(...more);
  };
  const demo = demonstration();
  add(...measure({ name: 'ranking from scratch, demonstration district', documents: demo, rounds: 60 }));
  for (const { units, limit, rounds } of [
    { units: 48, limit: 5, rounds: 60 },
    { units: 500, limit: 60, rounds: 20 },
    { units: 5_000, limit: 900, rounds: 5 },
  ]) {
    const documents = bigDistrict({ units, periods: 2 });
    const name = `ranking from scratch, ${units} units × 134 indicators`;
    add(...measure({ name, documents, rounds, limit }));
    if (units === 500) {
      const options = everyOption(documents);
      options();
      add(timed('what-if, all 134 options of a unit of 500', median([1, 2, 3, 4, 5].map(() => millisecondsOf(options))), 500));
    }
  }
  add(...measure({ name: 'ranking from scratch, 48 units, a whole year of values', documents: bigDistrict({ units: 48, periods: 24 }), rounds: 30 }));
  const options = everyOption(demo);
  options();
  add(timed('what-if, all options of a unit of the demonstration district', median([1, 2, 3, 4, 5].map(() => millisecondsOf(options))), 50));
  return rows;
};
