import type { Assignment } from '../../assessment/records/assignment.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';
import type { TaskForce } from '../../assessment/records/task-force.ts';
import type { Unit } from '../../assessment/records/unit.ts';
import type { Cadre } from '../../people/cadre.ts';
import { foldName } from '../text/fold-text.ts';
import { type WordRole, words } from '../text/words.ts';
import { type NameTree, nameTree, plant } from './name-tree.ts';
import { type NearIndex, nearIndex } from './near-name.ts';
import { unitNames } from './unit-names.ts';

/** What a name in a text may mean. */
export interface Meaning {
  readonly indicators: string[];
  /** Rate indicators whose name is this and a word of growth (规上工业增加值 → 规上工业增加值增速). */
  readonly stems: string[];
  readonly units: string[];
  role: WordRole | undefined;
}

/** What the matchers look names up in, prepared once per data version. */
export interface Vocabulary {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Amount → the indicator of its growth. */
  readonly growthOf: ReadonlyMap<string, string>;
  /** Unit → codes assigned to it. */
  readonly assigned: ReadonlyMap<string, ReadonlySet<string>>;
  /** The years in which anything is assigned. */
  readonly years: ReadonlySet<number>;
  /** Code → its folded names, the full one first. */
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
  /** Departments check and publish others' figures; streets, parks and firms only have their own. */
  readonly departments: ReadonlySet<string>;
  readonly tree: NameTree<Meaning>;
  readonly nearIndicators: NearIndex;
  readonly nearUnits: NearIndex;
}

interface Records {
  indicators: readonly Indicator[];
  units: readonly Unit[];
  assignments: readonly Assignment[];
  taskForces?: readonly TaskForce[];
  cadres?: readonly Cadre[];
}

/** A name's last word when it only says that something is counted: it may be left out. */
const counting = /(?:人数|次数|起数|套数|篇数|数)$/;

const growthEnding = /(增速|增长率|下降率|同比|下降)$/;

function namesOfIndicator({ name, aliases }: Indicator): string[] {
  return [...new Set([name, ...aliases].map(foldName))];
}

function meaningAt(tree: NameTree<Meaning>, name: string): Meaning {
  const node = plant(tree, name);
  node.value ??= { indicators: [], stems: [], units: [], role: undefined };
  return node.value;
}

function plantIndicator(tree: NameTree<Meaning>, indicator: Indicator): void {
  const { code } = indicator;
  const codes = [code.toLowerCase(), code.toLowerCase().replace('-', '')];
  const names = namesOfIndicator(indicator);
  const short = names.map((name) => name.replace(counting, '')).filter((name) => name.length >= 5);
  for (const name of new Set([...names, ...codes, ...short])) meaningAt(tree, name).indicators.push(code);
  if (indicator.kind !== 'rate') return;
  const stems = names.flatMap((name) => (growthEnding.test(name) ? name.replace(growthEnding, '') : []));
  for (const stem of new Set(stems)) if (stem.length > 1) meaningAt(tree, stem).stems.push(code);
}

function plantWords(tree: NameTree<Meaning>): void {
  for (const [role, list] of Object.entries(words) as [WordRole, string][]) {
    for (const word of list.split(/\s+/)) meaningAt(tree, word.toLowerCase()).role ??= role;
  }
}

/** People and task forces speak or are spoken to; their names say nothing of a value. */
function plantSilentNames(tree: NameTree<Meaning>, { taskForces = [], cadres = [] }: Records): void {
  for (const { name } of [...taskForces, ...cadres]) {
    const meaning = meaningAt(tree, foldName(name));
    if (meaning.units.length + meaning.indicators.length === 0) meaning.role ??= 'filler';
  }
}

function treeOf(records: Records): NameTree<Meaning> {
  const tree = nameTree<Meaning>();
  plantWords(tree);
  for (const indicator of records.indicators) plantIndicator(tree, indicator);
  for (const unit of records.units) {
    for (const name of unitNames(unit)) meaningAt(tree, name).units.push(unit.id);
  }
  plantSilentNames(tree, records);
  return tree;
}

function assignedCodes(assignments: readonly Assignment[]): Map<string, Set<string>> {
  const assigned = new Map<string, Set<string>>();
  for (const { unit, indicator } of assignments) {
    assigned.set(unit, (assigned.get(unit) ?? new Set()).add(indicator));
  }
  return assigned;
}

/** Prepares the vocabulary from the records. */
export function buildVocabulary(input: Records): Vocabulary {
  const { indicators, units, assignments } = input;
  return {
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    growthOf: new Map(indicators.flatMap(({ code, growth_of }) => (growth_of ? [[growth_of, code]] : []))),
    assigned: assignedCodes(assignments),
    years: new Set(assignments.map(({ year }) => year)),
    namesOf: new Map(indicators.map((indicator) => [indicator.code, namesOfIndicator(indicator)])),
    departments: new Set(units.flatMap(({ id, kind }) => (kind === 'department' ? [id] : []))),
    tree: treeOf(input),
    nearIndicators: nearIndex(indicators.map((one) => [one.code, namesOfIndicator(one)])),
    nearUnits: nearIndex(units.map((unit) => [unit.id, unitNames(unit)])),
  };
}
