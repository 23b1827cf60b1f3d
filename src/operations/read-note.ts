import { cleanWriting } from '../domain/enterprise/written-text.ts';
import { errors } from '../shared/errors.ts';

const mostCharacters = 200;

/** The note typed into a form, cleaned; undefined when it is empty. Throws `bad_input` when it is too long: nothing is cut off silently. */
export function readNote(typed: unknown): string | undefined {
  const note = cleanWriting(typed);
  const length = [...note].length;
  if (length > mostCharacters)
    throw errors.badInput(`说明最多${mostCharacters}字，现在有${length}字，请精简。没有保存任何内容。`);
  return note === '' ? undefined : note;
}
