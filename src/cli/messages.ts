import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { loadCalendar } from '../config/load-calendar.ts';
import { type Expected, isRight, wrongItems } from '../domain/language/settling/judge.ts';
import { buildVocabulary, type Understanding, understand } from '../domain/language/understand.ts';
import { dataset } from '../seed/dataset.ts';

interface Message {
  id: string;
  now: string;
  sender: string;
  text: string;
  expect: Expected;
}

const demoFolder = fileURLToPath(new URL('../../data/demo', import.meta.url));

function messagesIn(path: string): Message[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line): Message => JSON.parse(line));
}

/** Only years with a file in the folder count as announced. */
function announcedYears(folder: string): number[] {
  return readdirSync(folder).flatMap((file) => Number(/^calendar-(\d{4})\.json$/.exec(file)?.[1] ?? 0) || []);
}

/** Understands messages with the records of one data folder, and knows the units of every sender. */
function reader(folder: string) {
  const cadres = dataset.cadres(folder);
  const vocabulary = buildVocabulary({
    indicators: dataset.indicators(folder),
    units: dataset.units(folder),
    assignments: dataset.assignments(folder),
    taskForces: dataset.taskForces(folder),
    cadres,
  });
  const unitsOf = (sender: string): string[] => {
    const posts = cadres.find(({ id }) => id === sender)?.posts ?? [];
    return posts.flatMap(({ unit }) => unit ?? []);
  };
  const calendar = loadCalendar([folder], announcedYears(folder));
  const read = ({ text, now, sender }: Message): Understanding =>
    understand({ text, now, units: unitsOf(sender), calendar, vocabulary });
  return { read, unitsOf };
}

/** The shape of the data set: what to ask, without what was understood beside it. */
function expectJson(got: Understanding) {
  if (got.kind !== 'ask') return got;
  const asks = got.asks.map(({ reason, indicator, candidates }) => ({
    reason,
    indicator,
    ...(candidates && reason.startsWith('ambiguous') && { candidates }),
  }));
  return { kind: got.kind, asks, items: got.items };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function parseAll(messages: readonly Message[], { read }: ReturnType<typeof reader>): void {
  for (const message of messages)
    print(JSON.stringify({ id: message.id, expect: expectJson(read(message)) }));
}

/** Prints every miss and the totals; returns how many are right. */
function judgeAll(messages: readonly Message[], { read, unitsOf }: ReturnType<typeof reader>): number {
  let right = 0;
  let wrong = 0;
  for (const message of messages) {
    const got = read(message);
    const own = unitsOf(message.sender);
    const offered = wrongItems(message.expect, got, own).length;
    wrong += offered;
    if (isRight(message.expect, got, own)) right += 1;
    else {
      print(`${message.id}${offered > 0 ? '  WRONG VALUE' : ''}  ${JSON.stringify(message.text)}`);
      print(`  expected ${JSON.stringify(message.expect)}`);
      print(`  got      ${JSON.stringify(expectJson(got))}`);
    }
  }
  print(`${right}/${messages.length} right, ${wrong} wrong values offered`);
  return right;
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is wanted');
  return Number(text);
}

const command = new Command('messages')
  .description('understands labelled progress messages and counts how many are right (data set README)')
  .argument('<file>', 'JSON lines with id, now, sender, text and, but for --parse, expect')
  .option('--data <folder>', 'folder with indicators.json, units.json …', demoFolder)
  .option('--parse', 'only print what was understood, one JSON line a message')
  .option('--min <count>', 'exit with 1 when fewer are right', count)
  .action((file: string, options: { data: string; parse?: true; min?: number }) => {
    const messages = messagesIn(file);
    const use = reader(options.data);
    if (options.parse) parseAll(messages, use);
    else if (judgeAll(messages, use) < (options.min ?? 0)) process.exitCode = 1;
  });

command.parse();
