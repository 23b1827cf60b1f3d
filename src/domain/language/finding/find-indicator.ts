import type { Vocabulary } from '../names/vocabulary.ts';
import { foldText } from '../text/fold-text.ts';
import type { Token } from '../tokens/token.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { containing, ownedBy } from './name-indicator.ts';

/** No period matters for a name; any moment will do. */
const anyTime = '2026-01-01T00:00:00+08:00';

/** A word glued in front makes it another thing (限下社零). */
function isOther(before: Token | undefined): boolean {
  return before?.kind === 'rest' || (before?.kind === 'word' && before.role === 'modifier');
}

/**
 * Codes of the indicators a text names exactly, by alias, by typo or, failing these, by a part of the name.
 * Of several with one name those assigned to the preferred units; empty when the text names none.
 */
export function findIndicator(
  text: string,
  vocabulary: Vocabulary,
  preferredUnits: readonly string[] = [],
): string[] {
  const tokens = tokenize(foldText(text), anyTime, vocabulary);
  const named = tokens.flatMap((token, at) => {
    if (token.kind !== 'indicator' || isOther(tokens[at - 1])) return [];
    const { codes, stems } = token.naming;
    return ownedBy(codes.length > 0 ? codes : stems, preferredUnits, vocabulary);
  });
  if (named.length > 0) return [...new Set(named)];
  const parts = tokens.flatMap((token) => (token.kind === 'rest' ? [token.text] : []));
  return [...new Set(parts.flatMap((part) => containing(part, preferredUnits, vocabulary)))];
}
