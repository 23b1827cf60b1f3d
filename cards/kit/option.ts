import { plainText } from './content.ts';
import type { SelectElement } from './elements.ts';
import { cut } from './markup.ts';

/** One choice of a select. */
export interface Option {
  readonly value: string;
  readonly text: string;
}

/** Choices as the platform takes them: texts cut to what it allows, a value offered twice only once. */
export function optionsOf(options: readonly Option[], length = 100): SelectElement['options'] {
  const seen = new Set<string>();
  return options
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .map(({ value, text }) => ({ text: plainText(cut(text, length)), value }));
}
