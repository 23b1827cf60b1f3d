import { type Asked, type OracleAssignment, type OracleSum, oracleAssignment, oracleSum } from './oracle.ts';
import { spanOf } from './oracle-calendar.ts';
import { type Fraction, less, minus, plus, read, same, times, write } from './oracle-fraction.ts';

export interface OracleUnit extends Omit<OracleSum, 'exact'> {
  readonly unit: string;
  readonly score: string | null;
  readonly place: number | null;
  readonly bonus: Fraction;
  readonly deduction: Fraction;
  readonly vetoed: boolean;
}

interface Scored {
  readonly unit: string;
  readonly score: string | null;
}

function inOrder<T extends Scored>(rows: readonly T[], style: string): (T & { place: number | null })[] {
  const placed = rows.map((row) => {
    if (row.score === null) return { ...row, place: null };
    const score = read(row.score);
    const above = rows.filter((other) => other.score !== null && less(score, read(other.score)));
    const steps = style === '1224' ? above.length : new Set(above.map((other) => other.score)).size;
    return { ...row, place: steps + 1 };
  });
  return placed.sort((a, b) => (a.place ?? 1e9) - (b.place ?? 1e9) || (a.unit < b.unit ? -1 : 1));
}

function ownOf({ world, period }: Asked, unit: string) {
  return world.assignments.filter((each) => each.unit === unit && each.year === Number(period.slice(0, 4)));
}

export function oracleTrack(asked: Asked, trackId: string): OracleUnit[] {
  const track = asked.world.tracks.find((each) => each.id === trackId);
  if (!track) throw new Error(trackId);
  const { end } = spanOf(asked.period);
  const rows = track.units.map((unit) => {
    const { exact, ...sum } = oracleSum(asked, ownOf(asked, unit));
    const counting = asked.world.adjustments.filter(
      (each) => each.unit === unit && each.year === Number(end.slice(0, 4)) && end >= each.date,
    );
    const total = (type: string) =>
      counting
        .filter((each) => each.type === type)
        .reduce((all, each) => plus(all, read(each.points)), read(0));
    const cap = read(track.bonus_cap);
    const bonus = less(cap, total('bonus')) ? cap : total('bonus');
    const score = exact && write(minus(plus(exact, bonus), total('deduction')), 2);
    const vetoed = counting.some((each) => each.type === 'veto');
    return { unit, ...sum, score, bonus, deduction: total('deduction'), vetoed };
  });
  return inOrder(rows, track.place_style);
}

export function oracleDistrict(asked: Asked): { unit: string; track: string; place: number | null }[] {
  const rows = asked.world.tracks.flatMap((track) =>
    oracleTrack(asked, track.id).map(({ unit, score }) => ({ unit, score, track: track.id })),
  );
  return inOrder(rows, '1224').map(({ unit, track, place }) => ({ unit, track, place }));
}

export function oracleTaskForce(asked: Asked, id: string): (Scored & { place: number | null })[] {
  const taskForce = asked.world.taskForces.find((each) => each.id === id);
  const rows = asked.world.units.flatMap(({ id: unit }) => {
    const owned = ownOf(asked, unit).filter((each) => taskForce?.indicators.includes(each.indicator));
    if (owned.length === 0) return [];
    const { exact } = oracleSum(asked, owned);
    return [{ unit, score: exact && write(exact, 2) }];
  });
  return inOrder(rows, '1224');
}

/** The units of a track in one indicator, by f, then value; 未报 last. */
export function oracleIndicator(
  asked: Asked,
  code: string,
  trackId: string,
): { unit: string; place: number | null }[] {
  const track = asked.world.tracks.find((each) => each.id === trackId);
  const higher = asked.world.indicators.find((each) => each.code === code)?.direction === 'higher';
  const scores = (track?.units ?? []).flatMap((unit) =>
    ownOf(asked, unit)
      .filter((each) => each.indicator === code)
      .flatMap((each) => oracleAssignment(asked, each) ?? []),
  );
  const reportedValue = (score: OracleAssignment) => read(score.value ?? '0');
  const ahead = (a: OracleAssignment, b: OracleAssignment) => {
    if (!a.f || !b.f) return false;
    if (!same(a.f, b.f)) return less(b.f, a.f);
    return higher ? less(reportedValue(b), reportedValue(a)) : less(reportedValue(a), reportedValue(b));
  };
  const scored = scores.filter((score) => score.status === 'scored');
  const placed = scored.map((score) => {
    const above = scored.filter((other) => ahead(other, score));
    const distinct = above.filter(
      (one, index) => !above.slice(0, index).some((two) => !ahead(one, two) && !ahead(two, one)),
    );
    return { unit: score.unit, place: (track?.place_style === '1224' ? above : distinct).length + 1 };
  });
  placed.sort((a, b) => a.place - b.place || (a.unit < b.unit ? -1 : 1));
  const rest = (status: string) =>
    scores.filter((score) => score.status === status).map((score) => ({ unit: score.unit, place: null }));
  const open = rest('left_out_no_benchmark').sort((a, b) => {
    const value = (row: { unit: string }) =>
      reportedValue(scores.find((score) => score.unit === row.unit) as OracleAssignment);
    if (same(value(a), value(b))) return a.unit < b.unit ? -1 : 1;
    return less(value(a), value(b)) === higher ? 1 : -1;
  });
  const byUnit = (a: { unit: string }, b: { unit: string }) => (a.unit < b.unit ? -1 : 1);
  return [...placed, ...open, ...rest('left_out_not_due').sort(byUnit), ...rest('unreported').sort(byUnit)];
}

export function oracleGrades(asked: Asked, trackId: string): Record<string, string | null> {
  const track = asked.world.tracks.find((each) => each.id === trackId);
  if (!track) throw new Error(trackId);
  const rows = oracleTrack(asked, trackId);
  const ranked = rows.filter((row) => row.score !== null);
  const quota = (share: string) => Number(write(times(read(share), read(ranked.length)), 0));
  const fill = (from: readonly OracleUnit[], count: number) => {
    const edge = from[Math.min(count, from.length) - 1]?.score ?? null;
    if (edge === null) return [];
    return from.filter((row) => !less(read(row.score ?? ''), read(edge)));
  };
  const first = fill(
    ranked.filter((row) => !row.vetoed),
    Math.max(1, quota(track.first_quota)),
  );
  const rest = ranked.filter((row) => !first.includes(row));
  const second = fill(rest, quota(track.second_quota));
  return Object.fromEntries(
    rows.map((row) => {
      if (row.score === null) return [row.unit, null];
      if (first.includes(row)) return [row.unit, 'first'];
      return [row.unit, second.includes(row) ? 'second' : 'third'];
    }),
  );
}
