import type { Period } from '../../domain/calendar/period.ts';
import { findIndicator } from '../../domain/language/finding/find-indicator.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import type { Instant } from '../../shared/time.ts';
import { sayKnownPeriod } from '../periods/say-known-period.ts';

interface Reading {
  readonly text: string;
  readonly now: Instant;
  readonly vocabulary: Vocabulary;
  readonly units: readonly string[];
}

/** The indicators that the words behind a command name, none when there are no words, and the period said beside them. */
export function findNamedIndicator({ text, now, vocabulary, units }: Reading): {
  word: string;
  codes: string[];
  period: Period | undefined;
} {
  const said = sayKnownPeriod(text, now);
  const word = (said?.rest ?? text).trim();
  return { word, codes: word === '' ? [] : findIndicator(word, vocabulary, units), period: said?.period };
}
