import type { Colour } from './colours.ts';
import { type Markup, md, nothing } from './markup.ts';

/** Texts one after another, with a separator between them; those that are empty are left out. */
export function joined(parts: readonly Markup[], separator: Markup): Markup {
  return parts
    .filter((part) => part.source !== '')
    .reduce((sum, part) => (sum.source === '' ? part : md`${sum}${separator}${part}`), nothing);
}

/** Lines under each other: the platform needs `<br>`, since a single line break may vanish. */
export function lines(...parts: readonly Markup[]): Markup {
  return joined(parts, md`<br>`);
}

/** Paragraphs, with a blank line between them. */
export function paragraphs(...parts: readonly Markup[]): Markup {
  return joined(parts, md`\n\n`);
}

const wordEdge = /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/su;

/** Bold. Spaces are set around it when an edge is no letter or digit, since `**…）**后` would not be recognised. */
export function bold(text: string | number): Markup {
  const value = `${text}`.trim();
  if (value === '') return nothing;
  return wordEdge.test(value) ? md`**${value}**` : md` **${value}** `;
}

/** Coloured text. Colour never stands alone: the words must say the same. */
export function coloured(colour: Colour, text: string | Markup): Markup {
  return text === '' ? nothing : inColour(colour, typeof text === 'string' ? md`${text}` : text);
}

const opening: Record<Colour, Markup> = {
  red: md`<font color='red'>`,
  orange: md`<font color='orange'>`,
  green: md`<font color='green'>`,
  blue: md`<font color='blue'>`,
  grey: md`<font color='grey'>`,
};

function inColour(colour: Colour, text: Markup): Markup {
  return md`${opening[colour]}${text}</font>`;
}
