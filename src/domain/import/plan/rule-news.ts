import { ruleDifference } from '../../assessment/records/rule-change.ts';
import type { RuleVersion } from '../../assessment/records/rule-version.ts';
import {
  assignmentChangeWords,
  type ChangeNames,
  type ChangeWords,
  trackChangeWords,
} from '../../assessment/rules/rule-change-words.ts';
import type { CollectionChanges, ImportBase, ImportPlan } from './import-plan.ts';

/** What a workbook changes in the rules of one year: as many changes in words as a card shows, and how many there are. */
export interface RuleNews {
  readonly year: number;
  readonly total: number;
  readonly first: readonly ChangeWords[];
}

/** A card shows so many, and of what is new or gone only its weight and target. */
const most = { changes: 5, fields: 2 };

/** The records to put in place: new ones and those that take another's place. */
export function putOf<T>({ added, changed }: Pick<CollectionChanges<T>, 'added' | 'changed'>): T[] {
  return [...added, ...changed.map(({ after }) => after)];
}

function namesIn(base: ImportBase, { changes }: ImportPlan): ChangeNames {
  const both = <T>(stored: readonly T[], coming: CollectionChanges<T>) => [...stored, ...putOf(coming)];
  const indicators = new Map(both(base.indicators, changes.indicators).map((each) => [each.code, each]));
  const units = new Map(both(base.units, changes.units).map((each) => [each.id, each.short_name]));
  const cadres = new Map(both(base.cadres, changes.cadres).map((each) => [each.id, each.name]));
  return {
    indicator: (code) => indicators.get(code),
    unit: (id) => units.get(id) ?? id,
    cadre: (id) => cadres.get(id) ?? id,
  };
}

type Change<T> = { readonly before: T | null; readonly after: T | null };

const yearOf = <T extends { year: number }>({ before, after }: Change<T>) => (after ?? before)?.year ?? 0;

/** What was there and is another now first, then what is gone, then what is new. */
function telling<T extends { year: number }>(all: readonly Change<T>[], year: number): readonly Change<T>[] {
  const rank = ({ before, after }: Change<T>) => (before === null ? 2 : after === null ? 1 : 0);
  return all.filter((change) => yearOf(change) === year).sort((a, b) => rank(a) - rank(b));
}

function short(words: ChangeWords): ChangeWords {
  return words.kind === 'changed' ? words : { ...words, fields: words.fields.slice(0, most.fields) };
}

type Difference = { readonly [K in 'assignments' | 'tracks']: NonNullable<RuleVersion[K]> };

function newsOf(year: number, { assignments, tracks }: Difference, names: ChangeNames): RuleNews {
  const [ofTracks, ofUnits] = [telling(tracks, year), telling(assignments, year)];
  const first = [
    ...ofTracks.slice(0, most.changes).map((change) => trackChangeWords(change, names)),
    ...ofUnits.slice(0, most.changes).map((change) => assignmentChangeWords(change, names)),
  ];
  return { year, total: ofTracks.length + ofUnits.length, first: first.slice(0, most.changes).map(short) };
}

/** What a plan changes in the rules, year by year; nothing where it makes no rule version. */
export function ruleNews(plan: ImportPlan, base: ImportBase): RuleNews[] {
  const { tracks, assignments } = plan.changes;
  const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
  const today = { tracks: base.tracks, assignments: base.assignments, items: [] };
  const difference = ruleDifference(today, {
    tracks: { put: putOf(tracks), remove: ids(tracks.removed) },
    assignments: { put: putOf(assignments), remove: ids(assignments.removed) },
  });
  const years = new Set([...difference.tracks.map(yearOf), ...difference.assignments.map(yearOf)]);
  if (years.size === 0) return [];
  const names = namesIn(base, plan);
  return [...years].sort().map((year) => newsOf(year, difference, names));
}
