import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { loadCalendar } from '../config/load-calendar.ts';
import { scoreTrack, type TrackTable } from '../domain/assessment/ranking/score-track.ts';
import { buildBook } from '../domain/assessment/scoring/book.ts';
import { lastEndedMonth } from '../domain/assessment/values/last-ended-month.ts';
import { isPeriod, yearOf } from '../domain/calendar/period.ts';
import { bookInputOf } from '../seed/book-input.ts';
import { instantOf, parseInstant } from '../shared/time.ts';
import { complain } from './complain.ts';
import { publishedCommand } from './published.ts';
import { explainJson } from './score/explain-json.ts';
import { overtakeJson } from './score/overtake-json.ts';
import { trackJson } from './score/track-json.ts';
import { whatIfJson } from './score/what-if-json.ts';

const seedFolder = fileURLToPath(new URL('../../data/seed', import.meta.url));

/** All reports of the folder count, also those made after `now`: the folder is what is known (domain §4, Value). */
function bookOf(folder: string, year: number) {
  return buildBook(bookInputOf(folder, loadCalendar([folder, seedFolder], [year - 1, year, year + 1])));
}

function trackText({ track, units, provisional }: TrackTable): string {
  const rows = units.map(
    ({ unit, score, place, reported, due, provisional: open }) =>
      `${String(place ?? '—').padStart(3)}  ${(score ?? '—').padStart(7)}${open ? '*' : ' '} ${reported}/${due}  ${unit.id} ${unit.short_name}`,
  );
  return [`${track.id} ${track.name}${provisional ? '（*暂列）' : ''}`, ...rows, ''].join('\n');
}

interface Options {
  readonly data: string;
  readonly period?: string;
  readonly now: string;
  readonly json?: true;
  readonly explain?: string;
  readonly whatif?: readonly string[];
  readonly overtake?: string;
}

function print({ data, explain, whatif, overtake, ...options }: Options): string {
  const now = parseInstant(options.now);
  const period = options.period ?? lastEndedMonth(now);
  if (!isPeriod(period)) throw new RangeError(`not a period: ${period}`);
  const year = yearOf(period);
  const book = bookOf(data, year);
  const when = { period, now };
  const tables = book.tracksOf(year).map(({ id }) => scoreTrack(book, { track: id, ...when }));
  const asked = explain ?? whatif ?? overtake;
  if (asked === undefined && !options.json)
    return [`${period}  ${now}`, '', ...tables.map(trackText)].join('\n');
  return JSON.stringify({
    period,
    tracks: tables.map((table) => trackJson(book, table)),
    ...(explain === undefined ? {} : { explain: explainJson(book, { unit: explain, ...when }) }),
    ...(whatif === undefined ? {} : { whatif: whatIfJson(book, whatif, when) }),
    ...(overtake === undefined ? {} : { overtake: overtakeJson(book, { unit: overtake, ...when }) }),
  });
}

const collect = (value: string, before: readonly string[] = []) => [...before, value];

const answers = `
Keys of the JSON, decimals as strings:
  tracks[].units[]: unit, score, place, provisional, reported, due, assignments[] {indicator, value, f, points}
  explain: unit, track, score, place, bonus, deduction, vetoed, adjustments[], rows[] (the greatest loss first) {indicator, name, period,
    status, value, target, rule (in words), rule_data, f, points, weight, lost_points, plus_one (points of the score, 6 decimals),
    plus_one_exact (a fraction), plus_one_value, plus_one_in_range, reporter, source}; the four are null where no value counts
  whatif: suppositions[] {unit, indicator, period, value_before, value}, before[] and after[] (as tracks[])
  overtake: unit, track, score, place, ahead[] {unit, score, place}, options[] (the smallest gain ÷ annual target first) {indicator, name,
    period, value, needed, steps, gain, annual_target, gain_per_target, score_after, place_after, ahead_after[]}
    Steps are the indicator's last decimal in the good direction, within its range; from the worse end of it where value is null.
    A unit without a place looks at the last one.
With --published <id> a published table is recomputed instead: score --published x --help.`;

const command = new Command('score')
  .description('recomputes every track from a folder of data set files (domain §4)')
  .requiredOption('--data <folder>', 'folder with units.json, reports.json …')
  .option('--period <period>', 'e.g. 2026-10, 2026Q3; default: the last month that has ended')
  .option('--now <instant>', 'ISO 8601 with offset; decides what is due and overdue', instantOf(Date.now()))
  .option('--json', 'print exact figures as JSON')
  .option('--explain <unit>', 'JSON: the working of a unit’s score too')
  .option('--whatif <unit:indicator=value>', 'JSON: the track with another value too; repeatable', collect)
  .option('--overtake <unit>', 'JSON: every indicator with which a unit alone overtakes too')
  .addHelpText('after', answers)
  .action((options: Options) => {
    process.stdout.write(`${print(options)}\n`);
  });

// What was published is recomputed from its own inputs: another command under the same name.
const isPublished = process.argv.some((word) => word.startsWith('--published'));
await (isPublished ? publishedCommand : command).parseAsync().catch(complain);
