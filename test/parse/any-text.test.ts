import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '#src/commands/index.ts';
import { addressed } from '#src/parse/address.ts';
import { parseText } from '#src/parse/parse-text.ts';

const words = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
const pieces = fc.constantFrom(
  ...words,
  '/',
  '／',
  ' ',
  '\u3000',
  '\n',
  '@_user_1',
  '__proto__',
  '10月',
  '园区',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }).map((tail) => `/${tail}`),
);
const mentions = fc.array(
  fc.record({ key: fc.stringMatching(/^@_[A-Za-z0-9_]{1,10}$/), open_id: fc.constantFrom('ou_bot', 'ou_x') }),
  { maxLength: 4 },
);
const squeezed = (said: string) => said.replace(/\s+/g, '');

describe('whatever is typed', () => {
  it('is a command that there is, a near miss of commands that there are, a sentence or nothing', () => {
    const names = commands.map(({ name }) => name);
    fc.assert(
      fc.property(text, (typed) => {
        const said = parseText(typed, commands);
        if (said.kind === 'command') expect(names).toContain(said.name);
        if (said.kind === 'near_miss') for (const name of said.closest) expect(names).toContain(name);
        if (said.kind === 'nothing') expect(typed).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('what a command gets to read was typed', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const said = parseText(typed, commands);
        if (said.kind !== 'command') return;
        const all = squeezed(typed);
        for (const word of said.rest.split(/\s+/)) expect(all).toContain(word);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses only mentions of the bot and white space on its way, once', () => {
    fc.assert(
      fc.property(text, mentions, (typed, mentioned) => {
        const once = addressed(typed, mentioned, 'ou_bot');
        expect(addressed(once, [], 'ou_bot')).toBe(once);
        for (const line of once.split('\n')) expect(line).toBe(line.replace(/^ | $/g, ''));
        const kept = addressed(typed, [], 'ou_bot').replace(/[\s\u200b]/g, '');
        expect(kept).toBe(typed.replace(/[\s\u200b]/g, '').replace(/^[／⁄∕]/, '/'));
      }),
      { numRuns: 1000, examples: [['/／', []]] },
    );
  });
});
