import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeTable } from '#src/domain/assessment/published/freeze-table.ts';
import { rankDistrict } from '#src/domain/assessment/ranking/rank-district.ts';
import { rankIndicator } from '#src/domain/assessment/ranking/rank-indicator.ts';
import { rankTaskForce } from '#src/domain/assessment/ranking/rank-task-force.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import type { Assignment } from '#src/domain/assessment/records/assignment.ts';
import { type RuleVersion, versionsInOrder } from '#src/domain/assessment/records/rule-version.ts';
import type { Track } from '#src/domain/assessment/records/track.ts';
import type { Book } from '#src/domain/assessment/scoring/book.ts';
import { scoreAssignments } from '#src/domain/assessment/scoring/score-assignment.ts';
import { scoreMoment } from '#src/domain/assessment/scoring/score-moment.ts';
import { suppose } from '#src/domain/assessment/scoring/suppose.ts';
import { bookOf } from '../compare-with-oracle.ts';
import type { OracleWorld } from '../oracle.ts';
import { type Draw, pick, sequence, whole } from '../random-draw.ts';
import { anyRule } from '../random-rule.ts';
import { randomQuestion } from '../random-world.ts';

interface Rules {
  readonly assignments: readonly Assignment[];
  readonly tracks: readonly Track[];
}

const first = { id: '2026-1', at: '', by: 'C085', why: '年初' };
const periods = [
  '2026-01',
  '2026-03',
  '2026Q1',
  '2026-06A',
  '2026-06',
  '2026H1',
  '2026-10',
  '2026Q4',
  '2026',
];
/** The month a period ends in, which says by which rules it is scored. */
const endMonth: Readonly<Record<string, number>> = {
  ...{ '2026-01': 1, '2026-03': 3, '2026Q1': 3, '2026-06A': 6, '2026-06': 6 },
  ...{ '2026H1': 6, '2026-10': 10, '2026Q4': 12, '2026': 12 },
};
const monthName = (month: number) => `2026-${String(month).padStart(2, '0')}`;

/** Some other rules of 2026: a weight, target or rule changed, an assignment gone, a unit moved to another track. */
function otherRules(g: Draw, { assignments, tracks }: Rules): Rules {
  const kept = assignments.filter((each) => each.year !== 2026 || whole(g, 0, 9) > 0);
  const changed = kept.map((each): Assignment => {
    if (each.year !== 2026 || whole(g, 0, 2) > 0) return each;
    const what = pick(g, ['weight', 'target', 'rule']);
    if (what === 'weight') return { ...each, weight: `${whole(g, 1, 30)}` };
    if (what === 'target') return { ...each, annual_target: `${whole(g, 1, 99)}`, milestones: [] };
    return { ...each, rule: anyRule(g, 1) };
  });
  const [from, to] = [tracks[whole(g, 0, tracks.length - 1)], tracks[whole(g, 0, tracks.length - 1)]];
  const unit = from?.units[0];
  if (!from || !to || from === to || unit === undefined || from.year !== to.year)
    return { assignments: changed, tracks };
  const moved = tracks.map((track) => {
    if (track === from) return { ...track, units: track.units.filter((each) => each !== unit) };
    return track === to ? { ...track, units: [...track.units, unit] } : track;
  });
  return { assignments: changed, tracks: moved };
}

function changes<T extends { id: string }>(before: readonly T[], after: readonly T[]) {
  const [old, next] = [
    new Map(before.map((each) => [each.id, each])),
    new Map(after.map((each) => [each.id, each])),
  ];
  const ids = [...new Set([...old.keys(), ...next.keys()])].filter((id) => old.get(id) !== next.get(id));
  return ids.map((id) => ({ before: old.get(id) ?? null, after: next.get(id) ?? null }));
}

/** A district whose rules changed twice, and for every version one that always had those rules. */
function drawn(seed: number) {
  const { world, now } = randomQuestion({ seed, units: 6, indicators: 3 });
  const g = sequence(seed + 1);
  const start = whole(g, 1, 12);
  const months = [start, whole(g, start, 12)];
  const all: Rules[] = [world];
  for (const _ of months) all.push(otherRules(g, all.at(-1) ?? world));
  const versions = months.map((month, index): RuleVersion => {
    const [before, after] = [all[index] ?? world, all[index + 1] ?? world];
    return {
      ...{ ...first, id: `2026-${index + 2}`, from: monthName(month) },
      assignments: changes(before.assignments, after.assignments),
      tracks: changes(before.tracks, after.tracks),
    };
  });
  const today = { ...world, ...all.at(-1) } as OracleWorld;
  const book = bookOf({ ...today, ruleVersions: [...versions.toReversed(), first] });
  const always = all.map((rules) => bookOf({ ...world, ...rules } as OracleWorld));
  const expectedFor = (period: string) =>
    always[months.filter((month) => month <= (endMonth[period] ?? 0)).length] ?? bookOf(world);
  return { world, now, book, expectedFor };
}

const bare = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each));

/** Everything that is scored of a period, but for the order of lines that say the same. */
function everything(book: Book, of: { period: string; now: string; tracks: readonly string[] }): string {
  const { period, now } = of;
  const moment = scoreMoment(book, { period, now });
  return bare([
    of.tracks.map((track) => scoreTrack(book, { track, period, now })),
    rankDistrict(book, { period, now }),
    rankTaskForce(book, { taskForce: 'TF01', period, now }),
    book.input.indicators.map(({ code }) => rankIndicator(book, { indicator: code, period, now })),
    book.input.units.map(({ id }) => scoreAssignments(book, id, moment)),
    of.tracks.map((track) => ({
      ...freezeTable(book, { scope: 'track', of: track, period, now }),
      rule_version: '',
    })),
  ]);
}

describe('rules that change during a year', () => {
  it('score every period as a district does that always had the rules of its version: none before moves, none after differs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { world, now, book, expectedFor } = drawn(seed);
        const tracks = world.tracks.filter(({ year }) => year === 2026).map(({ id }) => id);
        for (const period of periods) {
          const asked = { period, now, tracks };
          expect(everything(book, asked)).toBe(everything(expectedFor(period), asked));
        }
      }),
      { numRuns: 40, seed: 2026 },
    );
  });

  it('are supposed under the rules of the period, too, whichever the book was made for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(...periods), (seed, period) => {
        const { world, now, book, expectedFor } = drawn(seed);
        const [code, unit] = [world.indicators[0]?.code ?? '', world.units[0]?.id ?? ''];
        const supposed = [{ indicator: code, unit, period: '2026-06', value: '7' }];
        const tracks = world.tracks.filter(({ year }) => year === 2026).map(({ id }) => id);
        const asked = { period, now, tracks };
        const expected = everything(suppose(expectedFor(period), supposed), asked);
        expect(everything(suppose(book, supposed), asked)).toBe(expected);
      }),
      { numRuns: 30, seed: 2026 },
    );
  });

  it('name the version that holds for each period', () => {
    const { book } = drawn(5);
    const versions = versionsInOrder(book.input.ruleVersions ?? []);
    expect(versions.map(({ id }) => id)).toEqual(['2026-1', '2026-2', '2026-3']);
    const holding = (period: string) =>
      versions.filter(({ from }) => from === undefined || Number(from.slice(5)) <= (endMonth[period] ?? 0));
    for (const period of periods) expect(book.ruleVersionFor(period)).toBe(holding(period).at(-1)?.id);
  });

  it('cost nothing where they never changed: one book for all periods', () => {
    const { world } = randomQuestion({ seed: 3, units: 4, indicators: 2 });
    const book = bookOf({ ...world, ruleVersions: [first] });
    expect(periods.map((period) => book.otherFor(period))).toEqual(periods.map(() => undefined));
    expect(
      versionsInOrder([
        { ...first, id: '2026-10' },
        { ...first, id: '2026-2' },
      ])[0]?.id,
    ).toBe('2026-2');
  });
});
