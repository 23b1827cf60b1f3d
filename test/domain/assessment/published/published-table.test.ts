import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairnessOf } from '#src/domain/assessment/published/fairness.ts';
import { bookOfInputs, freezeTable } from '#src/domain/assessment/published/freeze-table.ts';
import { tableChanges } from '#src/domain/assessment/published/table-changes.ts';
import { contentOf, verifyTable } from '#src/domain/assessment/published/verify-table.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import type { PublishedTable, TableContent } from '#src/domain/assessment/records/published-table.ts';
import { publishedTableSchema } from '#src/domain/assessment/records/published-table.ts';
import { scoreAssignments } from '#src/domain/assessment/scoring/score-assignment.ts';
import { scoreMoment } from '#src/domain/assessment/scoring/score-moment.ts';
import { canonicalJson, contentHash } from '#src/shared/canonical-json.ts';
import { bookOf } from '../compare-with-oracle.ts';
import { randomQuestion } from '../random-world.ts';

const size = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 1, max: 7 }),
  indicators: fc.integer({ min: 1, max: 4 }),
});
type Size = { seed: number; units: number; indicators: number };

function frozen(drawn: Size, scope: 'track' | 'task_force' = 'track'): TableContent {
  const { world, period, now } = randomQuestion(drawn);
  // Tracks stand for every year, but what is assigned is of one.
  const of = scope === 'track' ? 'T1' : 'TF01';
  const taskForces = world.taskForces.map((force) => ({ ...force, name: '专班' }));
  return freezeTable(bookOf({ ...world, taskForces }), { scope, of, period, now });
}

function published(content: TableContent): PublishedTable {
  const edition = { id: 'x', name: '', edition: 1, published_by: 'C085', published_at: content.now };
  return { ...content, ...edition, hash: contentHash(contentOf(content)) };
}

/** As it comes back from a disk, with its keys in another order. */
const stored = (table: PublishedTable): PublishedTable =>
  publishedTableSchema.parse(JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(table).reverse()))));

describe('a published table', () => {
  it('is made anew exactly from its own inputs, with the same hash, however it was stored', () => {
    fc.assert(
      fc.property(size, fc.constantFrom('track', 'task_force'), (drawn, scope) => {
        const table = published(frozen(drawn, scope));
        const verdict = verifyTable(stored(table));
        expect(verdict.faults).toEqual([]);
        expect(verdict.hash).toBe(table.hash);
        expect(canonicalJson(verdict.table)).toBe(canonicalJson(contentOf(table)));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('says so when a figure, an input or a rule was changed afterwards', () => {
    let tried = 0;
    fc.assert(
      fc.property(size, fc.constantFrom('score', 'value', 'weight', 'points', 'bonus'), (drawn, what) => {
        const table = published(frozen(drawn));
        const row = table.rows.find(({ lines }) => lines.length > 0);
        const [line] = row?.lines ?? [];
        if (!row || !line) return;
        tried += 1;
        const rows = (changed: object) =>
          table.rows.map((each) => (each === row ? { ...each, ...changed } : each));
        const lines = (changed: object) =>
          rows({ lines: row.lines.map((each) => (each === line ? { ...each, ...changed } : each)) });
        const forged: PublishedTable = {
          score: { ...table, rows: rows({ score: '123.45' }) },
          value: { ...table, rows: lines({ value: '-99.5' }) },
          points: { ...table, rows: lines({ points: '-7/3' }) },
          bonus: { ...table, rows: rows({ bonus: '99/7' }) },
          weight: {
            ...table,
            inputs: {
              ...table.inputs,
              assignments: table.inputs.assignments.map((each) => ({
                ...each,
                weight: `${each.weight}1`.replace(/^(\d+)1$/, '$1.51'),
              })),
            },
          },
        }[what];
        const verdict = verifyTable(forged);
        expect(verdict.faults.join('')).toContain('公布后内容被改动过');
        if (what !== 'weight') expect(verdict.faults.join('')).toContain('重算');
        // With a new hash to fit, the arithmetic still gives the forged result away.
        const rehashed = { ...forged, hash: contentHash(contentOf(forged)) };
        if (what !== 'weight') expect(verifyTable(rehashed).faults).not.toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(tried).toBeGreaterThan(30);
  });

  it('names what a later edition changed, line by line, and nothing where nothing did', () => {
    const { world, period, now } = randomQuestion({ seed: 12, units: 4, indicators: 3 });
    const before = freezeTable(bookOf(world), { scope: 'track', of: 'T1', period, now });
    expect(tableChanges(before, before)).toEqual([]);
    const line = before.rows
      .flatMap(({ lines, name }) => lines.map((each) => ({ ...each, name })))
      .find(({ status }) => status === 'scored');
    const reports = world.reports.map((report) =>
      report.indicator === line?.indicator && report.unit === line.name && report.period === line.period
        ? { ...report, value: '7.125' }
        : report,
    );
    const adjustments = [
      ...world.adjustments,
      {
        ...{ id: 'ADJ9', year: 2026, unit: line?.name ?? '', type: 'bonus' as const, points: '0.5' },
        reason: '表彰',
        date: '2026-01-01',
        document: '',
        decided_by: 'C1',
      },
    ];
    const after = freezeTable(bookOf({ ...world, reports, adjustments }), {
      scope: 'track',
      of: 'T1',
      period,
      now,
    });
    const said = tableChanges(before, after);
    expect(said.some((each) => each.startsWith(`${line?.name} · `) && each.includes(`→ 7.125`))).toBe(true);
    expect(said).toContain(`新计入：${line?.name} 加分 0.5 分（表彰）`);
  });

  it('holds and names only the adjustments that count in its period; one frozen with later ones is still made anew exactly', () => {
    const { world, now } = randomQuestion({ seed: 12, units: 4, indicators: 3 });
    const asked = { scope: 'track' as const, of: 'T1', period: '2026-09', now };
    const adjustment = (date: string) => ({
      ...{ id: `ADJ_${date}`, year: 2026, unit: 'U01', type: 'deduction' as const, points: '1.5' },
      ...{ reason: date, date, document: '', decided_by: 'C1' },
    });
    const [inForce, later] = [adjustment('2026-09-30'), adjustment('2026-10-01')];
    const before = freezeTable(bookOf({ ...world, adjustments: [] }), asked);
    const after = freezeTable(bookOf({ ...world, adjustments: [inForce, later] }), asked);
    expect(after.inputs.adjustments).toEqual([inForce]);
    expect(after.rows.find(({ unit }) => unit === 'U01')?.deduction).toBe('3/2');
    const old = published({ ...after, inputs: { ...after.inputs, adjustments: [inForce, later] } });
    expect(verifyTable(old).faults).toEqual([]);
    const counted = (said: string[]) => said.filter((each) => /计入/.test(each));
    for (const table of [after, old])
      expect(counted(tableChanges(before, table))).toEqual(['新计入：U01 扣分 1.5 分（2026-09-30）']);
    expect(tableChanges(old, after)).toEqual([]);
  });
});

/** The places a track has when one indicator's weight is another, by scoring everything again. */
function placesWith(table: TableContent, code: string, by: number) {
  const weighed = table.inputs.assignments.map((each) =>
    each.indicator === code
      ? { ...each, weight: String(Math.max(0, Math.round((Number(each.weight) + by) * 10_000) / 10_000)) }
      : each,
  );
  const book = bookOfInputs({ ...table.inputs, assignments: weighed });
  const { units } = scoreTrack(book, { track: table.of, period: table.period, now: table.now });
  return new Map(units.map(({ unit, place }) => [unit.id, place]));
}

describe('the fairness sheet', () => {
  it('counts who changes place when a weight moves by a point as scoring everything again does', () => {
    let moves = 0;
    fc.assert(
      fc.property(size, (drawn) => {
        const table = frozen(drawn);
        const sheet = fairnessOf(table);
        const used = new Set(table.rows.flatMap(({ lines }) => lines.map(({ indicator }) => indicator)));
        const expected = [...used].flatMap((code) => {
          const count = (by: number) => {
            const places = placesWith(table, code, by);
            return table.rows.filter(({ unit, place }) => places.get(unit) !== place).length;
          };
          const [up, down] = [count(1), count(-1)];
          return up + down > 0 ? [{ indicator: code, up, down }] : [];
        });
        moves += expected.length;
        const byName = (a: { indicator: string }, b: { indicator: string }) =>
          a.indicator < b.indicator ? -1 : 1;
        expect([...sheet.weights].sort(byName)).toEqual(expected.sort(byName));
        expect(sheet.still).toBe(used.size - expected.length);
      }),
      { numRuns: 60, seed: 11 },
    );
    expect(moves).toBeGreaterThan(20);
  });

  it('names the indicators that gave the better neighbour most, as a naive reading does', () => {
    fc.assert(
      fc.property(size, (drawn) => {
        const table = frozen(drawn);
        const book = bookOfInputs(table.inputs);
        const moment = scoreMoment(book, table);
        const given = (unit: string) => {
          const lines = scoreAssignments(book, unit, moment).filter(({ points }) => points !== null);
          const weights = lines.reduce((sum, { assignment }) => sum + Number(assignment.weight), 0);
          const of = (points: { num: bigint; den: bigint } | null) =>
            points ? Number(points.num) / Number(points.den) : 0;
          return new Map(
            lines.map(({ indicator, points }) => [
              indicator.code,
              weights === 0 ? 0 : (100 * of(points)) / weights,
            ]),
          );
        };
        const ranked = table.rows.filter(({ score }) => score !== null);
        for (const [index, gap] of fairnessOf(table).gaps.entries()) {
          const [better, worse] = [ranked[index], ranked[index + 1]];
          if (!better || !worse) throw new Error('a gap without neighbours');
          expect([gap.better, gap.worse]).toEqual([better.name, worse.name]);
          expect(Number(gap.gap)).toBeCloseTo(Number(better.score) - Number(worse.score), 6);
          const [ours, theirs] = [given(better.unit), given(worse.unit)];
          for (const { name, gain } of gap.decided.filter((each) => each.name !== '加减分'))
            expect(Math.abs((ours.get(name) ?? 0) - (theirs.get(name) ?? 0) - Number(gain))).toBeLessThan(
              0.00501,
            );
          const gains = gap.decided.map(({ gain }) => Number(gain));
          expect(gains).toEqual([...gains].sort((a, b) => b - a));
        }
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('counts ties, unreported indicators and units', () => {
    fc.assert(
      fc.property(size, (drawn) => {
        const table = frozen(drawn);
        const sheet = fairnessOf(table);
        const places = table.rows.flatMap(({ place }) => (place === null ? [] : [place]));
        const shared = places.filter((place, index) => places.indexOf(place) !== index);
        expect(sheet.ties.map(({ place }) => place)).toEqual([...new Set(shared)]);
        const unreported = table.rows
          .flatMap(({ lines }) => lines)
          .filter(({ status }) => status === 'unreported');
        expect(sheet.unreported.reduce((sum, { count }) => sum + count, 0)).toBe(unreported.length);
        expect([sheet.units, sheet.scored]).toEqual([table.rows.length, places.length]);
      }),
      { numRuns: 40, seed: 5 },
    );
  });
});
