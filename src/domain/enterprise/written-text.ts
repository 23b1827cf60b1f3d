import { errors } from '../../shared/errors.ts';

const breaks = /\r\n?|[\u2028\u2029]/g;
// Control characters but the line break, halves of surrogate pairs, what has no width (but the joiner of emoji) or turns the reading direction.
const unseen = /[^\P{Cc}\n]|\p{Cs}|[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** What somebody wrote, as it is stored: without control characters, at most one blank line in a row, trimmed. Markup is left to the cards to escape. */
export function cleanWriting(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : '';
  return text
    .replace(breaks, '\n')
    .replaceAll('\t', ' ')
    .replace(unseen, '')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim();
}

interface Wanted {
  /** What the field is called, for the sentence. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** The cleaned text of a required field, counted in characters; throws `bad_input` with the sentence of what is wrong. */
export function requiredWriting(raw: unknown, { name, least, most }: Wanted): string {
  const text = cleanWriting(raw);
  const length = [...text].length;
  if (length === 0) throw errors.badInput(`请填写${name}，没有保存任何内容。`);
  if (length < least) throw errors.badInput(`${name}太短，请至少写${least}个字。没有保存任何内容。`);
  if (length > most) {
    throw errors.badInput(`${name}最多${most}个字，现在有${length}个字，请精简后再提交。没有保存任何内容。`);
  }
  return text;
}
