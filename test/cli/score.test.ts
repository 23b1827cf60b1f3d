import { execFileSync } from 'node:child_process';
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
});
