import type { Vocabulary } from '../names/vocabulary.ts';
import { foldText } from '../text/fold-text.ts';
import { tokenize } from '../tokens/tokenize.ts';

const anyTime = '2026-01-01T00:00:00+08:00';

/** Ids of the units a text names, exactly or by typo; several when units share the name (文旅), empty when it names none. */
export function findUnit(text: string, vocabulary: Vocabulary): string[] {
  const tokens = tokenize(foldText(text), anyTime, vocabulary);
  return [...new Set(tokens.flatMap((token) => (token.kind === 'unit' ? token.ids : [])))];
}
