/** A form's field as it was typed, trimmed; what is empty or absent is the empty text (fact sheet §2.2: all say “not given”). */
export function given(value: unknown, most = 1000): string {
  return typeof value === 'string' ? value.trim().slice(0, most) : '';
}

/** The same of a choice: undefined where nothing was chosen. */
export function chosen(value: unknown): string | undefined {
  const text = given(value);
  return text === '' ? undefined : text;
}
