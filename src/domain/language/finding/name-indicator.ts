import { longestAt } from '../names/name-tree.ts';
import type { Vocabulary } from '../names/vocabulary.ts';
import type { Reading } from '../reading/reading.ts';

/** Which indicator a reading is of, or the ones it may be of (none: unknown). */
export type Named = { code: string } | { candidates: string[] };

/** Of several indicators of one name those assigned to the first unit that has any; all when no unit has. */
export function ownedBy(
  codes: readonly string[],
  units: readonly string[],
  vocabulary: Vocabulary,
): string[] {
  for (const unit of units) {
    const owned = codes.filter((code) => vocabulary.assigned.get(unit)?.has(code));
    if (owned.length > 0) return owned;
  }
  return [...codes];
}

/** Indicators whose names contain a phrase (满意率), the units' own first. */
export function containing(phrase: string, units: readonly string[], vocabulary: Vocabulary): string[] {
  if (phrase.length < 2) return [];
  const hit = (code: string): boolean =>
    (vocabulary.namesOf.get(code) ?? []).some((name) => name.includes(phrase));
  const own = units.map((unit) => [...(vocabulary.assigned.get(unit) ?? [])].filter(hit));
  return (own.find((codes) => codes.length > 0) ?? [...vocabulary.indicators.keys()].filter(hit)).sort();
}

/** Indicators that a name may stand for; of growth also those it names only with a word of growth. */
function codesOf({ naming, role }: Reading): readonly string[] {
  if (!naming) return [];
  return naming.codes.length > 0 ? naming.codes : role === 'growth' ? naming.stems : [];
}

/**
 * Whether unknown words leave open what a known name means (固投10月一举拿下14.2亿). No guess where they make another
 * thing of it (制造业固投, 固投项目数) or the figure is another's.
 */
function isGuess({ naming, strange = '', doubtful }: Reading, { tree }: Vocabulary): boolean {
  if (!naming || doubtful || strange.includes(naming.text)) return false;
  return longestAt(tree, strange, 0)?.value.role !== 'modifier';
}

/** Settles the name of a reading for the units it may be of. */
export function nameIndicator(reading: Reading, units: readonly string[], vocabulary: Vocabulary): Named {
  const owned = ownedBy([...new Set(codesOf(reading))], units, vocabulary);
  if (reading.strange) {
    if (reading.naming) return { candidates: isGuess(reading, vocabulary) ? owned : [] };
    return { candidates: containing(reading.strange, units, vocabulary) };
  }
  const [only] = owned;
  return owned.length === 1 && only ? { code: only } : { candidates: owned };
}
