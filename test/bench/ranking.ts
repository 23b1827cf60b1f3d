import { rankingCard } from '#cards/ranking/ranking.ts';
import { rankDistrict } from '#src/domain/assessment/ranking/rank-district.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import { cheapestCombination } from '#src/domain/assessment/roadmap/cheapest-combination.ts';
import { overtake } from '#src/domain/assessment/roadmap/overtake.ts';
import { type Book, type BookInput, buildBook } from '#src/domain/assessment/scoring/book.ts';
import { scoreMoment } from '#src/domain/assessment/scoring/score-moment.ts';
import { suppose } from '#src/domain/assessment/scoring/suppose.ts';
import { suppositionOf } from '#src/domain/assessment/scoring/supposition-of.ts';
import { comparePeriods } from '#src/domain/assessment/working/compare-periods.ts';
import { explainUnit } from '#src/domain/assessment/working/explain.ts';
import type { RankingScope } from '#src/operations/ranking/ranking-scope.ts';
import { seeRanking } from '#src/operations/ranking/see-ranking.ts';
import { inOneGo } from '#src/shared/slices.ts';
import type { BenchPart, BenchRow } from './bench-row.ts';
import { atMost, figure, median, sentence } from './bench-rows.ts';
import { bigDistrict, demonstration } from './big-district.ts';

const asked = { period: '2026-10', now: '2026-11-22T09:00:00+08:00' };

function millisecondsOf(work: () => unknown): number {
  const since = performance.now();
  work();
  return performance.now() - since;
}

/** From documents in memory to every unit of every track with its score and places: a new book, nothing remembered. */
const rankFromScratch = (documents: BookInput) => () => rankDistrict(buildBook(documents), asked);

function timed(name: string, ours: number, limit?: number): BenchRow {
  return limit === undefined ? figure(`${name}, ms`, ours) : atMost(name, ours, { limit, unit: 'ms' });
}

interface Measured {
  readonly name: string;
  readonly documents: BookInput;
  readonly rounds: number;
  readonly limit?: number;
  readonly quick: boolean;
}

function measure({ name, documents, rounds: wanted, limit, quick }: Measured): BenchRow[] {
  const rounds = quick ? Math.ceil(wanted / 5) : wanted;
  const rank = rankFromScratch(documents);
  const first = millisecondsOf(rank);
  for (let warm = 0; warm < Math.min(rounds, 15); warm += 1) rank();
  const times = Array.from({ length: rounds }, () => millisecondsOf(rank));
  return [timed(name, median(times), limit), figure(`${name}, the first, ms`, first)];
}

function cpuMillisecondsOf(work: () => unknown): number {
  const since = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Milliseconds for one answer, and for the search among up to three indicators. */
interface Limits {
  readonly limit: number;
  readonly three: number;
}

/** Explanations and road maps (one indicator, then up to three), each of 24 units on a book whose tracks were ranked: the slowest but one. */
function working(name: string, documents: BookInput, { limit, three: limitOfThree }: Limits): BenchRow[] {
  const book = buildBook(documents);
  const units = book.input.units.slice(0, 24).map(({ id }) => ({ unit: id, ...asked }));
  rankDistrict(book, asked);
  const slowest = (work: (of: (typeof units)[number]) => unknown) => {
    for (const unit of units.slice(0, 4)) work(unit);
    return units.map((unit) => cpuMillisecondsOf(() => work(unit))).sort((a, b) => b - a)[1] ?? Number.NaN;
  };
  const before = { from: '2026-09', to: '2026-10', now: asked.now };
  const three = (unit: (typeof units)[number]) => {
    const { race, options } = overtake(book, unit);
    return inOneGo(cheapestCombination(race, options));
  };
  return [
    timed(`ranking card, own time, ${name.replace('a unit of ', 'of ')}`, rankingCards(book), limit),
    timed(
      `explain, own time, ${name}`,
      slowest((unit) => explainUnit(book, unit)),
      limit,
    ),
    timed(
      `what-if of three values, own time, ${name}`,
      slowest(({ unit }) => whatIf(book, unit)),
      limit,
    ),
    timed(
      `compare periods, own time, ${name}`,
      slowest(({ unit }) => comparePeriods(book, { unit, ...before })),
      limit,
    ),
    timed(
      `road map of one indicator, own time, ${name}`,
      slowest((unit) => overtake(book, unit)),
      limit,
    ),
    timed(`road map of up to three, own time, ${name}`, slowest(three), limitOfThree),
  ];
}

const leader = { openId: 'ou_bench', roles: ['district_leader' as const], id: 'C001', name: '区长' };
const inPrivate = { type: 'private' as const, chatId: 'oc_bench' };

/** `/ranking` of every scope, each list made anew with movements and its card: the slowest but one. */
function rankingCards(book: Book): number {
  const { indicators, taskForces } = book.input;
  const scopes: RankingScope[] = [
    { scope: 'tracks' },
    { scope: 'district' },
    ...book.tracksOf(2026).map(({ id }) => ({ scope: 'track' as const, of: id })),
    ...taskForces.map(({ id }) => ({ scope: 'task_force' as const, of: id })),
    ...indicators.slice(0, 12).map(({ code }) => ({ scope: 'indicator' as const, of: code })),
  ];
  const show = (scope: RankingScope, now: string) => {
    const seeing = { ...scope, period: asked.period, now, actor: leader, place: inPrivate };
    const seen = seeRanking(book, seeing);
    return rankingCard({ demo: true, asOf: now, shown: seen, page: 1 });
  };
  // Lists are remembered by the day: the day before warms the program and not them.
  for (const scope of scopes) show(scope, '2026-11-21T09:00:00+08:00');
  const times = scopes.map((scope) => cpuMillisecondsOf(() => show(scope, asked.now)));
  return times.sort((a, b) => b - a)[1] ?? Number.NaN;
}

/** Three supposed values of one unit, the track scored before and after. */
function whatIf(book: Book, unit: string): unknown {
  const moment = scoreMoment(book, asked);
  const track = book.trackOfUnit(unit, 2026)?.id ?? '';
  const supposed = book.assignmentsOf(unit, 2026).flatMap(({ indicator }) => {
    const found = suppositionOf(book, { unit, indicator, value: book.indicator(indicator).max }, moment);
    return 'problem' in found ? [] : [found];
  });
  return [book, suppose(book, supposed.slice(0, 3))].map((version) =>
    scoreTrack(version, { track, ...asked }),
  );
}

/** Rankings from scratch (a new book, nothing remembered), explanations, road maps and suppositions. */
export const ranking: BenchPart = async (tell, { quick }) => {
  const rows: BenchRow[] = [];
  const add = (...more: BenchRow[]) => {
    for (const row of more) tell(sentence(row));
    rows.push(...more);
  };
  const demo = demonstration();
  add(
    ...measure({ name: 'ranking from scratch, demonstration district', documents: demo, rounds: 60, quick }),
  );
  for (const { units, limit, rounds } of [
    { units: 48, limit: 5, rounds: 60 },
    { units: 500, limit: 60, rounds: 20 },
    { units: 5_000, limit: 900, rounds: 5 },
  ]) {
    if (quick && units > 500) continue;
    const documents = bigDistrict({ units, periods: 2 });
    const name = `ranking from scratch, ${units} units × 134 indicators`;
    add(...measure({ name, documents, rounds, limit, quick }));
    if (units === 500) {
      add(...working('a unit of 500', documents, { limit: 500, three: 2_000 }));
    }
  }
  const wholeYear = bigDistrict({ units: 48, periods: 24 });
  const yearName = 'ranking from scratch, 48 units, a whole year of values';
  add(...measure({ name: yearName, documents: wholeYear, rounds: 30, quick }));
  add(...working('a unit of the demonstration district', demo, { limit: 50, three: 300 }));
  return rows;
};
