import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { loadCalendar } from '../config/load-calendar.ts';
import type { AssignmentScore } from '../domain/assessment/assignment-score.ts';
import { type Book, buildBook } from '../domain/assessment/book.ts';
import { lastEndedMonth } from '../domain/assessment/last-ended-month.ts';
import { scoreAssignments } from '../domain/assessment/score-assignment.ts';
import { scoreMoment } from '../domain/assessment/score-moment.ts';
import { scoreTrack, type TrackTable } from '../domain/assessment/score-track.ts';
import { isPeriod, yearOf } from '../domain/calendar/period.ts';
import { bookInputOf } from '../seed/book-input.ts';
import { type Rational, toDecimal } from '../shared/rational.ts';
import { instantOf, parseInstant } from '../shared/time.ts';
import { publishedCommand } from './published.ts';

const seedFolder = fileURLToPath(new URL('../../data/seed', import.meta.url));

/** All reports of the folder count, also those made after `now`: the folder is what is known (domain §4, Value). */
function bookOf(folder: string, year: number) {
  return buildBook(bookInputOf(folder, loadCalendar([folder, seedFolder], [year - 1, year, year + 1])));
}

function decimal(value: Rational | null, decimals: number): string | null {
  return value && toDecimal(value, decimals);
}

function assignmentJson({ indicator, value, f, points }: AssignmentScore) {
  return { indicator: indicator.code, value, f: decimal(f, 6), points: decimal(points, 4) };
}

function trackJson(book: Book, { track, units, ...when }: TrackTable) {
  const moment = scoreMoment(book, when);
  return {
    track: track.id,
    units: units.map(({ unit, score, place, provisional, reported, due }) => ({
      unit: unit.id,
      score,
      place,
      provisional,
      reported,
      due,
      assignments: scoreAssignments(book, unit.id, moment).map(assignmentJson),
    })),
  };
}

function trackText({ track, units, provisional }: TrackTable): string {
  const rows = units.map(
    ({ unit, score, place, reported, due, provisional: open }) =>
      `${String(place ?? '—').padStart(3)}  ${(score ?? '—').padStart(7)}${open ? '*' : ' '} ${reported}/${due}  ${unit.id} ${unit.short_name}`,
  );
  return [`${track.id} ${track.name}${provisional ? '（*暂列）' : ''}`, ...rows, ''].join('\n');
}

const command = new Command('score')
  .description('recomputes every track from a folder of data set files (domain §4)')
  .requiredOption('--data <folder>', 'folder with units.json, reports.json …')
  .option('--period <period>', 'e.g. 2026-10, 2026Q3; default: the last month that has ended')
  .option('--now <instant>', 'ISO 8601 with offset; decides what is due and overdue', instantOf(Date.now()))
  .option('--json', 'print exact figures as JSON')
  .action((options: { data: string; period?: string; now: string; json?: true }) => {
    const now = parseInstant(options.now);
    const period = options.period ?? lastEndedMonth(now);
    if (!isPeriod(period)) throw new RangeError(`not a period: ${period}`);
    const year = yearOf(period);
    const book = bookOf(options.data, year);
    const tables = book.tracksOf(year).map(({ id }) => scoreTrack(book, { track: id, period, now }));
    const text = options.json
      ? JSON.stringify({ period, tracks: tables.map((table) => trackJson(book, table)) })
      : [`${period}  ${now}`, '', ...tables.map(trackText)].join('\n');
    process.stdout.write(`${text}\n`);
  });

// What was published is recomputed from its own inputs: another command under the same name.
const isPublished = process.argv.some((word) => word.startsWith('--published'));
await (isPublished ? publishedCommand : command).parseAsync();
