import Fuse from 'fuse.js';
import type { CommandWords } from './command-words.ts';

/** Up to three command names that look like the word, best first. */
export function closestWords(word: string, commands: readonly CommandWords[]): string[] {
  const entries = commands.flatMap(({ name, aliases }) => [name, ...aliases].map((said) => ({ name, said })));
  const fuse = new Fuse(entries, { keys: ['said'], threshold: 0.55, ignoreLocation: true });
  const names = fuse.search(word.slice(0, 20)).map((hit) => hit.item.name);
  return [...new Set(names)].slice(0, 3);
}
