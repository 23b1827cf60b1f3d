import { closestWords } from './closest-words.ts';
import type { CommandWords } from './command-words.ts';

/** What a text is before anybody looks at its meaning. */
export type Said =
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  /** Begins with a slash, but no command is called so; the closest ones, best first. */
  | { readonly kind: 'near_miss'; readonly word: string; readonly closest: readonly string[] }
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'nothing' };

const slashWord = /^\/\s*(\S*)\s*([\s\S]*)$/;

function commandCalled(word: string, commands: readonly CommandWords[]): CommandWords | undefined {
  const lower = word.normalize('NFKC').toLowerCase();
  return commands.find((command) => command.name === lower || command.aliases.includes(lower));
}

/** Chinese needs no space: `/排名园区` is `/排名 园区`. The longest word wins. */
function glued(word: string, commands: readonly CommandWords[]): { name: string; rest: string } | undefined {
  const hits = commands.flatMap((command) =>
    command.aliases
      .filter((alias) => word.startsWith(alias))
      .map((alias) => ({ name: command.name, alias, rest: word.slice(alias.length) })),
  );
  return hits.sort((a, b) => b.alias.length - a.alias.length)[0];
}

/** A short text without a pause that ends in the word: 镇街排名, 10月园区排名. Longer ones say something of a place. */
const short = /^[^,，。、；;:：!！?？\n]{1,16}$/u;

/** 看下我们的排名 is /排名. */
const ask = /^请?(?:看一?下|看看|查一?下|查看|查)?(?:我们|咱们|本单位)?的?/;

function saidLast(text: string, commands: readonly CommandWords[]): Said | undefined {
  if (!short.test(text)) return undefined;
  for (const { name, aliases } of commands.filter((command) => command.saidLast)) {
    const word = aliases.find((alias) => text.endsWith(alias));
    if (word) return { kind: 'command', name, rest: text.slice(0, -word.length).replace(ask, '').trim() };
  }
  return undefined;
}

/** Sorts a text (mentions already removed) into command, near miss, sentence or nothing. A bare Chinese command word counts as the command. */
export function parseText(text: string, commands: readonly CommandWords[]): Said {
  if (text === '') return { kind: 'nothing' };
  const slash = slashWord.exec(text);
  if (!slash) {
    const [first = '', ...others] = text.split(' ');
    const command = commands.find((entry) => entry.aliases.includes(first));
    return command
      ? { kind: 'command', name: command.name, rest: others.join(' ') }
      : (saidLast(text, commands) ?? { kind: 'sentence', text });
  }
  const [, word = '', rest = ''] = slash;
  const command = commandCalled(word, commands);
  if (command) return { kind: 'command', name: command.name, rest: rest.trim() };
  const joined = glued(word, commands);
  if (joined) return { kind: 'command', name: joined.name, rest: `${joined.rest} ${rest}`.trim() };
  return { kind: 'near_miss', word: word.slice(0, 20), closest: closestWords(word, commands) };
}
