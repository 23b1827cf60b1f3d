import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Outcome } from './ask.ts';
import { chats } from './chats.ts';
import { asksOf, type Cell, declared, rightsMatrix } from './matrix.ts';
import { type RightsWorld, rightsWorld } from './world.ts';

// What would be drawn, undrawn: `shown-content.ts` reads either.
vi.mock('#src/documents/writing/write-workbook.ts', () => ({
  writeWorkbook: async (plan: unknown) => Buffer.from(JSON.stringify(plan)),
}));

let world: RightsWorld;
const cells: Cell[] = [];
beforeAll(async () => {
  world = await rightsWorld();
  // Everybody in private, and every fifth cell of the groups; `npm run rights` tries them all.
  for await (const cell of rightsMatrix(world, { every: 5 })) cells.push(cell);
}, 300_000);

const told = ({ declared: name, ask, who, chat, faults }: Cell) =>
  `${name} [${ask.label}] by ${who.name} in ${chat.name}: ${faults.join('; ')}`;

const missingEntry = (name: string) =>
  `${name} is declared, but nothing says who may see what of it: add an entry to ` +
  `test/rights/${name.startsWith('command') ? 'ask-commands' : 'ask-actions'}.ts with what to say or press, \`expect\` (who gets an ` +
  'answer where, by domain §1 and §8) and `shows`; a new kind of secret goes to test/rights/secrets.ts and oracle.ts';

describe('who sees what', () => {
  test('everything that may be said or pressed has an entry in the matrix', () => {
    const asks = asksOf(world);
    expect(declared.filter((name) => !(name in asks)).map(missingEntry)).toEqual([]);
  });

  test('the matrix speaks only of what there is', () => {
    const known = new Set([...declared, 'said:sentence', 'said:code', 'said:near miss', 'said:file']);
    expect(Object.keys(asksOf(world)).filter((name) => !known.has(name))).toEqual([]);
  });

  test('every answer goes where it should and shows what it may, to everybody, everywhere', () => {
    const wrong = cells.filter(({ faults }) => faults.length > 0);
    expect(wrong.slice(0, 40).map(told)).toEqual([]);
  });

  test('the matrix sees the secrets that it looks for', () => {
    const found = new Set(
      cells.flatMap(({ shown }) => shown.map((each) => each.split(':')[0]?.split(' ')[0])),
    );
    expect([...found].sort()).toEqual([
      'answer',
      'code',
      'invitation',
      'parked',
      'pending',
      'phone',
      'row',
      'tasks',
      'text',
      'trail',
      'value',
    ]);
    const outcomes: readonly Outcome[] = ['here', 'privately', 'refused'];
    expect(outcomes.filter((each) => !cells.some(({ outcome }) => outcome === each))).toEqual([]);
  });

  test('the matrix is large: thousands of cells, every declaration in every kind of chat', () => {
    process.stdout.write(`rights matrix: ${cells.length.toLocaleString('en-US')} cells\n`);
    expect(cells.length).toBeGreaterThan(3500);
    const tried = new Set(cells.map(({ declared: name, chat }) => `${name} ${chat.name}`));
    const untried = declared.flatMap((name) => chats.map((chat) => `${name} ${chat.name}`));
    expect(untried.filter((each) => !tried.has(each))).toEqual([]);
  });
});
