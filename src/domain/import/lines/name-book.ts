import type { Indicator } from '../../assessment/records/indicator.ts';
import type { Unit } from '../../assessment/records/unit.ts';
import { unitNames } from '../../language/names/unit-names.ts';
import { foldName } from '../../language/text/fold-text.ts';

interface Said {
  readonly id: string;
  /** What cards call it. */
  readonly shown: string;
  /** One of its names as written. */
  readonly said: string;
}

/** Names → ids, exactly by any of the names; near ones only to suggest. */
export interface NameBook {
  /** Ids with this name: several when they share it, none when nobody has it. */
  readonly idsOf: (text: string) => readonly string[];
  /** `区投促局（别名：招商局）、…`, up to three that look alike; '' when none does. */
  readonly near: (text: string) => string;
}

/** Suggestions are looked up for no more texts than these: a workbook may hold fifty thousand strange names. */
const mostSuggested = 300;

/** How much alike two names must be to be suggested, and how far behind the best. */
const alikeFrom = 0.4;
const behindBest = 0.15;

function longestShared(a: string, b: string): number {
  let longest = 0;
  for (let from = 0; from < a.length; from += 1)
    while (from + longest < a.length && b.includes(a.slice(from, from + longest + 1))) longest += 1;
  return longest;
}

/** 0 to 1: the longest piece and the characters that two names share; 0 where they share no word. */
function likeness(a: string, b: string): number {
  const longest = longestShared(a, b);
  if (longest < 2) return 0;
  const rest = [...b];
  const shared = [...a].filter((char) => {
    const at = rest.indexOf(char);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (longest + shared.length) / (a.length + b.length);
}

function suggestionsFor(text: string, records: readonly Said[]): string {
  const wanted = foldName(text)
    .replace(/^[区县]/u, '')
    .slice(0, 30);
  const best = new Map<string, { words: string; score: number }>();
  for (const { id, shown, said } of records) {
    const score = likeness(wanted, foldName(said).replace(/^[区县]/u, ''));
    const isPlain = shown === said || shown.includes(said) || said.length > 8;
    if (score > (best.get(id)?.score ?? 0))
      best.set(id, { score, words: isPlain ? shown : `${shown}（别名：${said}）` });
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score);
  const least = Math.max(alikeFrom, (sorted[0]?.score ?? 0) - behindBest);
  return sorted
    .filter(({ score }) => score >= least)
    .slice(0, 3)
    .map(({ words }) => words)
    .join('、');
}

function nearFinder(records: readonly Said[]): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? (known.size < mostSuggested ? suggestionsFor(text, records) : '');
    if (known.size < mostSuggested) known.set(text, found);
    return found;
  };
}

function bookOf(names: readonly (readonly [string, readonly string[]])[], said: readonly Said[]): NameBook {
  const ids = new Map<string, Set<string>>();
  for (const [id, list] of names)
    for (const name of list) ids.set(name, (ids.get(name) ?? new Set<string>()).add(id));
  const read = new Map<string, readonly string[]>();
  const idsOf = (text: string): readonly string[] => {
    const known = read.get(text) ?? [...(ids.get(foldName(text)) ?? [])];
    read.set(text, known);
    return known;
  };
  return { idsOf, near: nearFinder(said) };
}

/** Full names and short names are nobody else's, whatever aliases say. */
function ownNames(unit: Unit): string[] {
  return [unit.name, unit.short_name].map(foldName);
}

/** The names of units. */
export function unitBook(units: readonly Unit[]): NameBook {
  const own = new Set(units.flatMap(ownNames));
  const names = units.map((unit) => {
    const mine = ownNames(unit);
    const others = unitNames(unit).filter((name) => !own.has(name));
    return [unit.id, [...mine, ...others]] as const;
  });
  const said = units.flatMap((unit) =>
    [unit.short_name, unit.name, ...unit.aliases].map((name) => ({
      id: unit.id,
      shown: unit.short_name,
      said: name,
    })),
  );
  return bookOf(names, said);
}

/** The names and codes of indicators. */
export function indicatorBook(indicators: readonly Indicator[]): NameBook {
  const own = new Set(indicators.flatMap(({ name, code }) => [foldName(name), foldName(code)]));
  const names = indicators.map(({ code, name, aliases }) => {
    const others = aliases.map(foldName).filter((alias) => !own.has(alias));
    return [code, [foldName(name), foldName(code), ...others]] as const;
  });
  const said = indicators.flatMap(({ code, name, aliases }) =>
    [name, ...aliases].map((one) => ({ id: code, shown: name, said: one })),
  );
  return bookOf(names, said);
}
