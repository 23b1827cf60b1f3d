import { fileURLToPath } from 'node:url';
import { loadCalendar } from '#src/config/load-calendar.ts';
import type { Assignment } from '#src/domain/assessment/records/assignment.ts';
import type { Report } from '#src/domain/assessment/records/report.ts';
import type { BookInput } from '#src/domain/assessment/scoring/book.ts';
import { type Frequency, lastEndedBy, type Period, shiftPeriod } from '#src/domain/calendar/period.ts';
import { bookInputOf } from '#src/seed/book-input.ts';
import { sequence } from '../domain/assessment/random-draw.ts';

const folder = fileURLToPath(new URL('../../data/demo', import.meta.url));
const seedFolder = fileURLToPath(new URL('../../data/seed', import.meta.url));

/** The demonstration district's documents, as loaded. */
export function demonstration(): BookInput {
  return bookInputOf(folder, loadCalendar([folder, seedFolder], [2025, 2026, 2027]));
}

const lastDay = '2026-10-31';

/** The period of a frequency that counts in October, and earlier ones of the year. */
function periodsOf(frequency: Frequency, count: number): Period[] {
  const newest = lastEndedBy(frequency, lastDay);
  return Array.from({ length: count }, (_, back) => shiftPeriod(newest, -back)).filter((period) =>
    period.startsWith('2026'),
  );
}

function groupedBy<T>(records: readonly T[], keyOf: (record: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records)
    groups.set(keyOf(record), [...(groups.get(keyOf(record)) ?? []), record].slice(-60));
  return groups;
}

/** How large a made-up district is. */
export interface DistrictSize {
  readonly units: number;
  /** How many periods of each indicator have values, the asked one among them. */
  readonly periods: number;
}

/**
 * A district of many units, every one with all 134 indicators: weights, targets, milestones, rules and values are drawn from those the
 * demonstration district has for the same indicator, so that the mix of rules is the real one. 3 % of the values are missing, 3 % have a
 * second revision, 1 % are returned. Four tracks, as there.
 */
export function bigDistrict({ units: count, periods }: DistrictSize): BookInput {
  const demo = demonstration();
  const g = sequence(count);
  const draw = <T>(from: readonly T[]): T | undefined => from[Math.floor(g() * from.length)];
  const plans = groupedBy(demo.assignments, ({ indicator }) => indicator);
  const values = groupedBy(demo.reports, ({ indicator }) => indicator);
  const ids = Array.from({ length: count }, (_, index) => `U${String(index + 1).padStart(4, '0')}`);
  const units = ids.flatMap((id, index) => {
    const like = demo.units[index % demo.units.length];
    return like ? [{ ...like, id }] : [];
  });
  const tracks = demo.tracks.map((track, at) => ({
    ...track,
    units: ids.filter((_, index) => index % demo.tracks.length === at),
  }));
  const assignments: Assignment[] = [];
  const reports: Report[] = [];
  for (const unit of ids) {
    for (const { code, frequency } of demo.indicators) {
      const plan = draw(plans.get(code) ?? demo.assignments);
      if (!plan) continue;
      assignments.push({ ...plan, id: `A${assignments.length}`, unit, indicator: code });
      for (const period of periodsOf(frequency, periods)) {
        const like = draw(values.get(code) ?? []);
        if (!like || g() < 0.03) continue;
        const report = { ...like, id: `R${reports.length}`, unit, period, rev: 1 };
        reports.push(g() < 0.01 ? { ...report, state: 'returned' } : report);
        if (g() < 0.03) reports.push({ ...report, id: `R${reports.length}`, rev: 2 });
      }
    }
  }
  // Through text, as a store reads them: objects of their own, strings that nobody has compared yet.
  return { ...demo, units, tracks, assignments: reread(assignments), reports: reread(reports) };
}

function reread<T extends object>(records: readonly T[]): T[] {
  const text: T[] = [];
  // In slices: one text of all would be longer than a string may be.
  for (let at = 0; at < records.length; at += 20_000)
    text.push(...(JSON.parse(JSON.stringify(records.slice(at, at + 20_000))) as T[]));
  for (const record of text) Object.freeze(record);
  return text;
}
