import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const printed = z.strictObject({
  period: z.string(),
  tracks: z.array(
    z.strictObject({
      track: z.string(),
      units: z.array(
        z.strictObject({
          unit: z.string(),
          score: z.string().nullable(),
          place: z.number().int().nullable(),
          provisional: z.boolean(),
          reported: z.number().int(),
          due: z.number().int(),
          assignments: z.array(
            z.strictObject({
              indicator: z.string(),
              value: z.string().nullable(),
              f: z.string().nullable(),
              points: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
});

const track = z.object({
  track: z.string(),
  units: z.array(z.object({ unit: z.string(), place: z.number().nullable() })),
});
const audited = z.object({
  explain: z.object({
    rows: z.array(
      z.object({
        indicator: z.string(),
        value: z.string().nullable(),
        target: z.string().nullable(),
        rule: z.string(),
        rule_data: z.object({ type: z.string() }),
        f: z.string().nullable(),
        points: z.string().nullable(),
        weight: z.string(),
        lost_points: z.string().nullable(),
        plus_one: z.string().nullable(),
      }),
    ),
  }),
  whatif: z.object({
    suppositions: z.array(z.object({ value_before: z.string().nullable(), value: z.string() })),
    before: z.array(track),
    after: z.array(track),
  }),
  overtake: z.object({
    options: z.array(
      z.object({
        indicator: z.string(),
        needed: z.string(),
        steps: z.number(),
        gain_per_target: z.string().nullable(),
        score_after: z.string(),
        place_after: z.number(),
      }),
    ),
  }),
});

function score(...args: readonly string[]): string {
  return execFileSync('node', ['--import', 'tsx', 'src/cli/score.ts', '--data', 'data/demo', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe('the score command', () => {
  it('prints every track as the issue asks', () => {
    const { period, tracks } = printed.parse(
      JSON.parse(score('--period', '2026-10', '--now', '2026-11-22T09:00:00+08:00', '--json')),
    );
    expect(period).toBe('2026-10');
    expect(tracks.map(({ track, units }) => [track, units.length])).toEqual([
      ['T1', 14],
      ['T2', 16],
      ['T3', 11],
      ['T4', 7],
    ]);
    const units = tracks.flatMap((track) => track.units);
    expect(units[0]).toMatchObject({ unit: 'U08', score: '92.78', place: 1, reported: 21, due: 21 });
    const assignments = units.flatMap((unit) => unit.assignments);
    const unreported = assignments.filter((each) => each.value === null);
    expect(unreported.length).toBeGreaterThan(10);
    for (const each of unreported) expect(each).toMatchObject({ f: '0', points: '0' });
  });

  it('leaves out what is not yet due', () => {
    const { tracks } = printed.parse(
      JSON.parse(score('--period', '2026-11', '--now', '2026-11-22T09:00:00+08:00', '--json')),
    );
    const [first] = tracks.flatMap((track) => track.units);
    expect(first?.provisional).toBe(true);
    expect(first?.assignments.some((each) => each.f === null && each.points === null)).toBe(true);
  });

  it('prints a table without --json, of the last month that has ended', () => {
    const text = score('--now', '2026-11-22T09:00:00+08:00');
    expect(text).toContain('2026-10  2026-11-22T09:00:00+08:00');
    expect(text).toMatch(/1 +92\.78 +21\/21 +U08 区审批局/);
  });

  it('explains a unit, supposes values and lists the ways to overtake, as the help says', () => {
    const when = ['--period', '2026-10', '--now', '2026-11-22T09:00:00+08:00'];
    const audits = [
      '--explain',
      'U03',
      '--whatif',
      'U03:DJ-02=29',
      '--whatif',
      'U03:KC-08=12',
      '--overtake',
      'U03',
    ];
    const { explain, whatif, overtake } = audited.parse(JSON.parse(score(...when, ...audits)));
    const row = explain.rows.find(({ indicator }) => indicator === 'DJ-02');
    expect(row).toMatchObject({
      rule: '功效系数',
      rule_data: { type: 'efficacy' },
      value: '18',
      weight: '2.5',
    });
    expect(explain.rows).toHaveLength(
      explain.rows.filter(
        ({ lost_points }, at) => Number(lost_points) <= Number(explain.rows[at - 1]?.lost_points ?? 99),
      ).length,
    );
    expect(whatif.suppositions).toMatchObject([{ value_before: '18', value: '29' }, { value: '12' }]);
    const place = (tracks: typeof whatif.before) =>
      tracks[0]?.units.find(({ unit }) => unit === 'U03')?.place;
    expect([place(whatif.before), place(whatif.after)]).toEqual([2, 1]);
    const costs = overtake.options.map(({ gain_per_target }) => Number(gain_per_target));
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(overtake.options.find(({ indicator }) => indicator === 'DJ-02')).toMatchObject({
      needed: '29',
      steps: 11,
      place_after: 1,
    });
  });

  it.each([
    [['--data', 'data/demo', '--whatif', 'U32:XM-01=99999'], 'XM-01=99999: '],
    [['--data', 'data/demo', '--published', '2026-10.T1.1'], 'data/demo 里没有机器人的数据'],
  ])('answers what it cannot do with one sentence and exit code 1: %s', (args, sentence) => {
    const asked = ['--import', 'tsx', 'src/cli/score.ts', ...args];
    const { status, stdout, stderr } = spawnSync('node', asked, { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(sentence)]);
  });
});
