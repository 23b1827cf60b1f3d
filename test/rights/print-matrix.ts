/* The program behind `npm run rights`: every cell of the matrix as a table for an auditor; it fails when one is not as it should be. */
import type { Outcome } from './ask.ts';
import { chats } from './chats.ts';
import { asksOf, type Cell, declared, rightsMatrix } from './matrix.ts';
import { peopleOf } from './people.ts';
import { rightsWorld } from './world.ts';

const signs: Readonly<Record<Outcome, string>> = { here: 'shown', privately: 'in private', refused: '·' };

const out = (line: string) => process.stdout.write(`${line}\n`);

function factsWords(cells: readonly Cell[]): string {
  const kinds = cells.flatMap(({ shown }) => shown.map((fact) => fact.split(/[: ]/)[0] ?? ''));
  return [...new Set(kinds)].sort().join(' ');
}

/** One table an ask: people down, chats across. */
function printAsk(cells: readonly Cell[], people: readonly string[]): void {
  const [first] = cells;
  if (!first) return;
  out(
    `\n### ${first.declared} — ${first.ask.label}${factsWords(cells) === '' ? '' : ` (shows: ${factsWords(cells)})`}\n`,
  );
  out(`| | ${chats.map(({ name }) => name).join(' | ')} |`);
  out(`|${' --- |'.repeat(chats.length + 1)}`);
  for (const name of people) {
    const own = cells.filter(({ who }) => who.name === name);
    const marks = own.map(({ outcome, faults }) => `${signs[outcome]}${faults.length > 0 ? ' WRONG' : ''}`);
    out(`| ${name} | ${marks.join(' | ')} |`);
  }
}

const world = await rightsWorld();
const people = peopleOf(world.cadres).map(({ name }) => name);
const missing = declared.filter((name) => !(name in asksOf(world)));
const wrong: Cell[] = [];
let count = 0;
let group: Cell[] = [];
for await (const cell of rightsMatrix(world, { every: 1 })) {
  if (group[0] && group[0].ask !== cell.ask) {
    printAsk(group, people);
    group = [];
  }
  group.push(cell);
  count += 1;
  if (cell.faults.length > 0) wrong.push(cell);
}
printAsk(group, people);
out(
  `\nrights matrix: ${count.toLocaleString('en-US')} cells, ${wrong.length} wrong, ${missing.length} without an entry`,
);
for (const { declared: name, ask, who, chat, faults } of wrong.slice(0, 100)) {
  out(`- ${name} [${ask.label}] by ${who.name} in ${chat.name}: ${faults.join('; ')}`);
}
for (const name of missing) out(`- ${name}: no entry in test/rights`);
process.exitCode = wrong.length + missing.length === 0 ? 0 : 1;
