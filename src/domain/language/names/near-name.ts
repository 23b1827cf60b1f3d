import { lookAlike, tellingChars } from './look-alikes.ts';
import { soundAlike } from './sounds.ts';

/** Names by the characters they begin with, to try only the few that can fit. */
export type NearIndex = ReadonlyMap<string, readonly NamedRecord[]>;

interface NamedRecord {
  readonly id: string;
  readonly name: string;
}

/** A name met with a typo. */
export interface NearName {
  readonly ids: string[];
  readonly length: number;
}

interface Alignment {
  readonly cost: number;
  readonly length: number;
}

/** Indexes names of three characters or more by their first two characters: one of them must be right. */
export function nearIndex(records: readonly (readonly [string, readonly string[]])[]): NearIndex {
  const index = new Map<string, NamedRecord[]>();
  for (const [id, names] of records) {
    for (const name of names) {
      if (name.length < 2) continue;
      for (const char of new Set(name.slice(0, 2))) {
        const list = index.get(char) ?? [];
        list.push({ id, name });
        index.set(char, list);
      }
    }
  }
  return index;
}

/** What a wrong character costs, 0.9 by sound or shape, 1.4 otherwise; undefined when it says another thing. */
function swapCost(right: string, typed: string, length: number): number | undefined {
  if (!/[\p{Script=Han}a-z]/u.test(typed) || !/\p{Script=Han}/u.test(right)) return undefined;
  if (soundAlike(right, typed)) return 0.9;
  if (length < 3) return undefined;
  if (lookAlike(right, typed)) return 0.9;
  return length >= 5 && !(tellingChars.has(right) && tellingChars.has(typed)) && !tellingChars.has(typed)
    ? 1.4
    : undefined;
}

const budget = (length: number): number => (length >= 7 ? 1.9 : length >= 3 ? 1.4 : 0.9);

interface Trial {
  readonly name: string;
  readonly text: string;
  readonly limit: number;
}

/** The cheapest way to read `name` from position `i` on in the text from `j` on; undefined when over the limit. */
function align(trial: Trial, [i, j]: readonly [number, number], cost: number): Alignment | undefined {
  const { name, text, limit } = trial;
  if (cost > limit) return undefined;
  if (i === name.length) return { cost, length: j };
  const right = name[i] ?? '';
  const typed = text[j];
  if (typed === right) return align(trial, [i + 1, j + 1], cost);
  if (typed === ' ' && j > 0) return align(trial, [i, j + 1], cost);
  const tries: (Alignment | undefined)[] = [];
  const swap = typed === undefined ? undefined : swapCost(right, typed, name.length);
  if (swap !== undefined) tries.push(align(trial, [i + 1, j + 1], cost + swap));
  if (name.length >= 5 && !tellingChars.has(right)) tries.push(align(trial, [i + 1, j], cost + 1.2));
  if (name.length >= 4) tries.push(...slips(trial, [i, j], cost));
  return cheapest(tries);
}

/** Two neighbours exchanged, a character typed twice, or 的 between. */
function slips(trial: Trial, [i, j]: readonly [number, number], cost: number): (Alignment | undefined)[] {
  const { name, text } = trial;
  const exchanged = text[j] !== undefined && text[j] === name[i + 1] && text[j + 1] === name[i];
  const doubled = j > 0 && (text[j] === text[j - 1] || text[j] === '的' || text[j] === '之');
  return [
    exchanged ? align(trial, [i + 2, j + 2], cost + 1.1) : undefined,
    doubled ? align(trial, [i, j + 1], cost + 0.8) : undefined,
  ];
}

function cheapest(tries: readonly (Alignment | undefined)[]): Alignment | undefined {
  let best: Alignment | undefined;
  for (const one of tries) if (one && (!best || one.cost < best.cost)) best = one;
  return best;
}

/** The name with a typo that a text begins with: the longest, then the cheapest; several ids when they tie. */
export function nearAt(index: NearIndex, text: string): NearName | undefined {
  const tried = new Set([...(index.get(text[0] ?? '') ?? []), ...(index.get(text[1] ?? '') ?? [])]);
  let best: (Alignment & { name: string; ids: Set<string> }) | undefined;
  for (const { id, name } of tried) {
    const found = align({ name, text, limit: budget(name.length) }, [0, 0], 0);
    if (!found || found.length < 2) continue;
    const order = best ? name.length - best.name.length || best.cost - found.cost : 1;
    if (order > 0) best = { ...found, name, ids: new Set([id]) };
    else if (order === 0) best?.ids.add(id);
  }
  return best && { ids: [...best.ids], length: best.length };
}
